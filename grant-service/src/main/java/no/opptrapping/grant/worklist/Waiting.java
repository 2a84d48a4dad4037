package no.opptrapping.grant.worklist;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that waits for somebody.
 *
 * @param name what people know it by: a title, a reference, a number
 * @param municipality whose it is, if it is one municipality's
 * @param since when it began to wait; of several things, the first
 * @param count how many things it stands for, at least one
 * @param link where they are, as a path of this service or, for reports, of reporting-service
 */
public record Waiting(
        What what, String name, Optional<MunicipalityId> municipality, Instant since, long count, String link) {
    /** What is to be done, and by whom. */
    @Schema(name = "WorklistTask")
    public enum What {
        CALL_TO_ANNOUNCE("decision-maker"),
        /** A version of a scheme's rules is drafted and not in force. */
        RULES_TO_PUT_IN_FORCE("decision-maker"),
        APPLICATIONS_TO_ASSESS("adviser"),
        STATEMENTS_TO_GIVE("county-governor"),
        DISPENSATIONS_TO_DECIDE("decision-maker"),
        /** A municipality has asked something about its application. */
        MESSAGE_TO_ANSWER("adviser"),
        ANSWER_AWAITED("municipality"),
        RUN_TO_ADOPT("decision-maker"),
        /** A change of frames is proposed. */
        FRAMES_TO_ADOPT("decision-maker"),
        /** What is unused of frames flows back soon, or has not yet. */
        FRAMES_TO_FLOW_BACK("adviser"),
        /** There is money again, and somebody on the reserve list of a call who waits for it. */
        RESERVE_TO_OFFER("adviser"),
        RESERVE_OFFERS_TO_DECIDE("decision-maker"),
        /** Indicative amounts are computed and not published. */
        RUN_TO_PUBLISH("decision-maker"),
        AWARD_TO_ACCEPT("municipality"),
        /** A letter could not be delivered; another way has to be found. */
        LETTER_TO_DELIVER("adviser"),
        AWARDS_TO_PAY("adviser"),
        /** A municipality has stated another account, which a second person is to approve. */
        ACCOUNT_TO_APPROVE("controller"),
        /** An award was taken over, and its holder has not stated an account of its own. */
        ACCOUNT_TO_STATE("municipality"),
        /** Instalments of an award are held while a report is overdue. */
        PAYMENT_HELD("municipality"),
        PAYMENTS_TO_APPROVE("controller"),
        PAYMENTS_TO_CONFIRM("administrator"),
        /** The bank would not carry out a payment, and nothing of the award has been ordered since. */
        PAYMENT_REJECTED("adviser"),
        /** The money of a payment came back, and nothing of the award has been ordered since. */
        PAYMENT_RETURNED("adviser"),
        /** A municipality has applied to carry over money. */
        CARRY_OVER_TO_PROPOSE("adviser"),
        CARRY_OVER_TO_DECIDE("decision-maker"),
        /** More has been carried over than a corrected report says is unspent. */
        CARRY_OVER_EXCEEDED("adviser"),
        /** A municipality has been given notice, and has not commented. */
        PRIOR_NOTICE_TO_ANSWER("municipality"),
        /** Money is neither spent nor carried over, or is to be paid back for another reason. */
        CLAIM_TO_PROPOSE("adviser"),
        CLAIM_TO_NOTIFY("adviser"),
        /** The municipality has been heard. */
        CLAIM_TO_DECIDE("decision-maker"),
        /** A claim was not paid in time, and the municipality has been reminded. */
        CLAIM_OVERDUE("adviser"),
        /** Somebody says that less is owed of a claim. */
        CLAIM_STEP_TO_ANSWER("decision-maker"),
        /** Money has come to the account that belongs to no claim, or is more than is owed. */
        CREDIT_TO_PLACE("adviser"),
        REPORT_TO_CONTROL("controller"),
        REPORT_TO_CORRECT("municipality"),
        FIGURES_TO_SETTLE("controller");

        private final String waitsFor;

        What(String waitsFor) {
            this.waitsFor = waitsFor;
        }

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The role that it waits for, or {@code municipality}. */
        public String waitsFor() {
            return waitsFor;
        }

        /** The one with the code; an unknown one is a bug. */
        public static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
