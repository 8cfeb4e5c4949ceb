"""The views of a store, named for the questions they answer; ``docs/store.md`` explains them."""

from __future__ import annotations

VIEWS = """
CREATE VIEW submissions_now AS
  SELECT id, path, state, reason, title, year, unit, unit_code, project, project_code, region,
    department, errors, warnings, infos
  FROM results WHERE run = (SELECT max(number) FROM runs);
CREATE VIEW findings_now AS
  SELECT s.path, s.unit, s.project, s.region, s.department, f.rule, f.severity, f.name, f.message,
    f.file, f.line, f.section, f.quote, f.calculation, f.suggestion, f.fingerprint, d.accepted,
    d.reviewer, d.mended
  FROM submissions_now s JOIN findings f ON f.result = s.id
  LEFT JOIN decisions d ON d.path = s.path AND d.fingerprint = f.fingerprint
  UNION ALL
  SELECT t.path, s.unit, s.project, s.region, s.department, t.rule, t.severity, t.name, t.message,
    t.path, NULL, NULL, NULL, NULL, NULL, t.fingerprint, d.accepted, d.reviewer, d.mended
  FROM told t LEFT JOIN submissions_now s ON s.path = t.path
  LEFT JOIN decisions d ON d.path = t.path AND d.fingerprint = t.fingerprint
  WHERE t.run = (SELECT max(number) FROM runs);
CREATE VIEW worst_units AS
  SELECT unit, region, count(DISTINCT path) AS submissions,
    count(CASE WHEN severity = 'error' THEN 1 END) AS errors,
    count(CASE WHEN severity = 'warning' THEN 1 END) AS warnings,
    round(1.0 * count(CASE WHEN severity = 'error' THEN 1 END) / count(DISTINCT path), 2)
      AS errors_each
  FROM (
    SELECT s.path, s.unit, s.region, f.severity FROM submissions_now s LEFT JOIN (
      SELECT path, severity FROM findings_now WHERE accepted IS NOT 0
    ) f ON f.path = s.path
  ) GROUP BY unit, region ORDER BY errors DESC, warnings DESC, unit;
CREATE VIEW rules_by_region AS
  SELECT region, rule, name, severity, count(*) AS findings,
    count(DISTINCT path) AS submissions
  FROM findings_now WHERE accepted IS NOT 0
  GROUP BY region, rule ORDER BY region, findings DESC, rule;
CREATE VIEW earlier_submissions AS
  SELECT s.id AS now, (
    SELECT e.id FROM results e WHERE e.path = s.path AND e.content != r.content AND e.sure
      AND e.run < r.run ORDER BY e.run DESC, e.id DESC LIMIT 1
  ) AS earlier
  FROM submissions_now s JOIN results r ON r.id = s.id;
CREATE VIEW unresolved_since_last_time AS
  SELECT s.path, s.unit, s.project, s.region, f.rule, f.severity, f.name, f.message, f.fingerprint
  FROM earlier_submissions e JOIN submissions_now s ON s.id = e.now
  JOIN findings f ON f.result = e.now
  WHERE EXISTS (SELECT 1 FROM findings o
    WHERE o.result = e.earlier AND o.fingerprint = f.fingerprint);
CREATE VIEW mended_since_last_time AS
  SELECT s.path, s.unit, s.project, s.region, f.rule, f.severity, f.name, f.message, f.fingerprint
  FROM earlier_submissions e JOIN submissions_now s ON s.id = e.now
  JOIN findings f ON f.result = e.earlier
  WHERE NOT EXISTS (SELECT 1 FROM findings o
    WHERE o.result = e.now AND o.fingerprint = f.fingerprint);
CREATE VIEW unread_submissions AS
  SELECT s.path, s.unit, s.region, s.reason, f.message
  FROM submissions_now s LEFT JOIN findings f ON f.result = s.id
  WHERE s.state = 'unread';
CREATE VIEW missing_submissions AS
  SELECT row, unit, unit_code, project, project_code, region, department, year, path
  FROM missing WHERE run = (SELECT max(number) FROM runs);
CREATE VIEW rejected_rules AS
  SELECT rule, name, count(*) AS decided, count(CASE WHEN accepted = 0 THEN 1 END) AS rejected,
    round(1.0 * count(CASE WHEN accepted = 0 THEN 1 END) / count(*), 2) AS share
  FROM findings_now WHERE accepted IS NOT NULL
  GROUP BY rule ORDER BY share DESC, rule;
"""
READ_ALONE = """
DROP VIEW earlier_submissions;
CREATE VIEW earlier_submissions AS
  SELECT s.id AS now, (
    SELECT e.id FROM results e WHERE e.path = s.path AND e.content != r.content
      AND e.sure AND e.state = 'checked' AND r.sure AND r.state = 'checked'
      AND e.run < r.run ORDER BY e.run DESC, e.id DESC LIMIT 1
  ) AS earlier
  FROM submissions_now s JOIN results r ON r.id = s.id;
"""
"""What was mended or left is said only where both could be read."""
