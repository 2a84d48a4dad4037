package no.opptrapping.grant.calls.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class CallColumns {
    private CallColumns() {}

    @Converter(autoApply = true)
    static class Rules extends CodeConverter<DivisionRule> {
        Rules() {
            super(DivisionRule.class);
        }
    }

    @Converter(autoApply = true)
    static class TieRules extends CodeConverter<TieRule> {
        TieRules() {
            super(TieRule.class);
        }
    }

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<CallStatus> {
        Statuses() {
            super(CallStatus.class);
        }
    }
}
