package no.opptrapping.grant.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account (<i>konto</i>) of a scheme's year. Balances are zero or positive, except those of {@link #APPROPRIATED},
 * {@link #CARRIED_IN}, {@link #AWARDED_CONTRA}, {@link #AUTHORISED_CONTRA} and {@link #CLAIMED_CONTRA}, which are the other side of what came in and are zero or negative.
 */
@Schema(name = "LedgerAccount")
public enum Account {
    /** Where the appropriation (<i>bevilgning</i>) comes from: the Storting. Its balance is the appropriation, negated. */
    APPROPRIATED("appropriated"),
    /** Appropriated and not yet given to anyone; what is shown as undistributed. */
    AVAILABLE("available"),
    /** In the frames (<i>rammer</i>) of county governors' offices, and not yet awarded. */
    FRAME_UNUSED("frame-unused"),
    /** Bound by promises for several years (<i>flerårige tilsagn</i>). */
    COMMITTED("committed"),
    /** Awarded and not yet paid. */
    AWARDED_UNPAID("awarded-unpaid"),
    /** Paid and not yet accounted for in an approved report. */
    PAID_UNREPORTED("paid-unreported"),
    /** Spent on the purpose according to an approved report. */
    SPENT("spent"),
    /** Left over according to an approved report. */
    UNSPENT("unspent"),
    /** Claimed back (<i>tilbakebetalingskrav</i>). */
    CLAIM("claim"),
    /** Left over and moved to another year with approval (<i>overføring</i>). */
    CARRIED_OVER("carried-over"),
    /** Where what was carried into the year comes from: the year before. Its balance is what came in, negated. */
    CARRIED_IN("carried-in"),
    /** Carried into the year, where it is paid already, and not yet accounted for in a report of that year. */
    CARRIED_UNREPORTED("carried-unreported"),
    /** Paid back, to the bank or as a settlement. */
    REPAID("repaid"),
    /** Claimed back, and given up (<i>ettergitt</i> or <i>avskrevet</i>). */
    WRITTEN_OFF("written-off"),
    /** Not used in time and returned to the treasury. */
    LAPSED("lapsed"),
    /** Paid out with the framework grant (<i>rammetilskudd</i>): no report, no recovery. */
    FRAMEWORK_PAID("framework-paid"),
    /** Memorandum: what has been awarded, so that the figure has an account of its own. */
    AWARDED("awarded"),
    /** Memorandum: the other side of {@link #AWARDED}. */
    AWARDED_CONTRA("awarded-contra"),
    /** Memorandum: the authority to charge (<i>belastningsfullmakt</i>) that county governors' offices have been given. */
    AUTHORISED("authorised"),
    /** Memorandum: the other side of {@link #AUTHORISED}. */
    AUTHORISED_CONTRA("authorised-contra"),
    /** Memorandum: what has been claimed back of what the last approved report says is left over. */
    CLAIMED_UNSPENT("claimed-unspent"),
    /** Memorandum: what has been claimed back of what the last approved report says is spent. */
    CLAIMED_SPENT("claimed-spent"),
    /** Memorandum: the other side of {@link #CLAIMED_UNSPENT} and {@link #CLAIMED_SPENT}. */
    CLAIMED_CONTRA("claimed-contra");

    private static final Map<String, Account> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Account::code, Function.identity()));

    private final String code;

    Account(String code) {
        this.code = code;
    }

    /** The account's name in the database and in JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The account of that name; an unknown name is a bug, since the database knows the same names. */
    public static Account of(String code) {
        var account = BY_CODE.get(code);
        if (account == null) {
            throw new IllegalArgumentException("No account is named " + code);
        }
        return account;
    }
}
