package no.opptrapping.grant.accounting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A posting of the ledger as the accounts take it (<i>bilag</i>): each line moves an amount from one account to another, so
 * that it balances by itself. What is posted for the record alone (awarded, authorised and their other sides) is left out.
 *
 * @param voucher the number of the ledger's entry
 * @param date the day, in Norway, on which it was posted
 * @param reference the award's, or what caused the entry where it is of no award
 */
@Schema(name = "Voucher")
@JsonPropertyOrder({"voucher", "date", "kind", "scheme", "year", "chapter", "item", "reference", "lines"})
public record Voucher(
        @Schema(description = "The number of the ledger's entry")
        long voucher,

        @Schema(description = "The day, in Norway, on which it was posted")
        LocalDate date,

        Posting.Kind kind,

        @Schema(description = "The scheme's short name", maxLength = 100)
        String scheme,

        @Schema(description = "The budget year") int year,

        @Schema(description = "The chapter of the state budget", maxLength = 4)
        String chapter,

        @Schema(description = "The item of the chapter", maxLength = 2)
        String item,

        @Schema(description = "The award's, or what caused it where it is of no award", maxLength = 200)
        String reference,

        @Schema(maxItems = 20) List<Line> lines) {
    /** What one account receives of another. */
    @Schema(name = "VoucherLine")
    @JsonPropertyOrder({"account", "counterAccount", "amount"})
    public record Line(
            @Schema(description = "The account that receives")
            Account account,

            @Schema(description = "The account that gives") Account counterAccount,

            @Schema(description = "Above zero, in whole kroner")
            Kroner amount) {}

    private static final Set<Account> FOR_THE_RECORD =
            EnumSet.of(Account.AWARDED, Account.AWARDED_CONTRA, Account.AUTHORISED, Account.AUTHORISED_CONTRA);

    public Voucher {
        lines = List.copyOf(lines);
    }

    /** Who receives of whom: what is given is taken in the order of the accounts. */
    public static List<Line> lines(List<Posting.Line> posted) {
        var giving = new ArrayDeque<Posting.Line>();
        var receiving = new ArrayList<Posting.Line>();
        for (var line : posted) {
            if (FOR_THE_RECORD.contains(line.account())) {
                continue;
            }
            if (line.amount().isNegative()) {
                giving.add(new Posting.Line(line.account(), line.amount().negated()));
            } else {
                receiving.add(line);
            }
        }
        var lines = new ArrayList<Line>();
        receiving.forEach(line -> take(line, giving, lines));
        if (!giving.isEmpty()) {
            throw new IllegalArgumentException("A posting that does not balance: " + posted);
        }
        return lines;
    }

    private static void take(Posting.Line receives, Deque<Posting.Line> giving, List<Line> lines) {
        var wanted = receives.amount();
        while (wanted.isPositive()) {
            var gives = giving.remove();
            var amount = gives.amount().compareTo(wanted) > 0 ? wanted : gives.amount();
            lines.add(new Line(receives.account(), gives.account(), amount));
            wanted = wanted.minus(amount);
            var left = gives.amount().minus(amount);
            if (left.isPositive()) {
                giving.addFirst(new Posting.Line(gives.account(), left));
            }
        }
    }
}
