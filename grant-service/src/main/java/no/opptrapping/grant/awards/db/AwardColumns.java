package no.opptrapping.grant.awards.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.platform.values.CodeConverter;
import no.opptrapping.platform.values.ColumnConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class AwardColumns {
    private AwardColumns() {}

    @Converter(autoApply = true)
    static class AccountNumbers extends ColumnConverter<AccountNumber, String> {
        AccountNumbers() {
            super(AccountNumber::value, AccountNumber::new);
        }
    }

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<AwardStatus> {
        Statuses() {
            super(AwardStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class Causes extends CodeConverter<Award.Ending.Cause> {
        Causes() {
            super(Award.Ending.Cause.class);
        }
    }

    @Converter(autoApply = true)
    static class ChangeCauses extends CodeConverter<AwardChange.Cause> {
        ChangeCauses() {
            super(AwardChange.Cause.class);
        }
    }

    @Converter(autoApply = true)
    static class Sizes extends CodeConverter<Award.Reporting.Size> {
        Sizes() {
            super(Award.Reporting.Size.class);
        }
    }
}
