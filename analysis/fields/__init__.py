"""The fields of facts: what can be filtered by, counted, grouped, sorted, shown and exported, a file for each idea.

`FIELDS` is the registry that every query reads; its order is that of the columns of a file.
"""

from __future__ import annotations

from analysis.fields import (
    action,
    amount,
    certainty,
    claim,
    dated,
    event_class,
    keys,
    main,
    names,
    period,
    plan,
    report,
    roles,
    said_by,
    said_on,
    sentence_words,
    status,
    theme,
    trust,
    worth,
)
from analysis.fields.field import Field

EVERY: tuple[Field, ...] = (
    *claim.FIELDS,
    *roles.ACTOR,
    *action.FIELDS,
    *roles.TARGET,
    *roles.RECIPIENT,
    *amount.FIELDS,
    *roles.SITE,
    *period.FIELDS,
    *dated.FIELDS,
    *said_on.FIELDS,
    *status.FIELDS,
    *plan.FIELDS,
    *certainty.FIELDS,
    *said_by.FIELDS,
    *theme.FIELDS,
    *event_class.FIELDS,
    *main.FIELDS,
    *worth.FIELDS,
    *names.FIELDS,
    *report.FIELDS,
    *sentence_words.FIELDS,
    *keys.FIELDS,
    *trust.FIELDS,
)
FIELDS: dict[str, Field] = {field.name: field for field in EVERY}
