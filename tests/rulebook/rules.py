"""Rules, as short as they may be, for tests to break."""

RULE = """\
- id: typography/own
  catalogue: [T07]
  name: 名称
  severity: warning
  basis: 本局要求
  why: 统一用词。
  text:
    forbid: [日效性]
  message: {zh: "应为时效性", en: "wrong word"}
  suggest: {zh: "改正", en: "correct"}
  examples:
    pass:
      - {text: 时效性指标完成。}
    fail:
      - text: 日效性指标完成。
        quote: 日效性
"""

RELATION = """\
- id: arithmetic/own
  catalogue: [A01]
  name: 名称
  severity: error
  basis: 算术
  why: 算得出。
  relation:
    derived: rate
    roles:
      rate:
        dim: percent
        cue: ["@up-verbs"]
      base: {same-dim: now}
      now:
        dim: any
        cue: [到]
    where:
      - "@up-verbs": "rate = now / base - 1"
      - "rate = now / base"
  message:
    zh: "{rate}应为{rate.expected}"
    en: "{rate} should be {rate.expected}"
  suggest: {zh: "核对{now}", en: "check"}
  examples:
    pass:
      - {text: 略。}
    fail:
      - {text: 由1人到2人，增长50%。, quote: 50%}
"""
