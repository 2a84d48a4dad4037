package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an instalment has come.
 *
 * @param ordered how much of it is on its way or paid
 * @param paid how much of it the bank has confirmed
 * @param waitsFor all that stands in the way of ordering it; empty unless it waits
 */
public record InstalmentStanding(
        Instalment instalment, State state, Kroner ordered, Kroner paid, List<WaitsFor> waitsFor) {
    public InstalmentStanding {
        waitsFor = List.copyOf(waitsFor);
    }

    /** How far it has come. */
    @Schema(name = "InstalmentState")
    public enum State {
        /** Something stands in the way of ordering it. */
        WAITING,
        /** It can be ordered. */
        PAYABLE,
        /** All of it is ordered. */
        ORDERED,
        /** All of it is paid. */
        PAID;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands in the way. */
    @Schema(name = "InstalmentWaitsFor")
    public enum WaitsFor {
        /** The municipality has not accepted the award. */
        ACCEPTANCE,
        /** Its first day has not come. */
        DATE,
        /** An earlier report is overdue. */
        REPORT,
        /** An instalment before it waits. */
        EARLIER_INSTALMENT,
        /** The municipality that has taken over the award has not stated its own account. */
        ACCOUNT,
        /** The account that the municipality has stated is not approved. */
        ACCOUNT_APPROVAL;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
