package no.opptrapping.grant.accounting.db;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import no.opptrapping.grant.accounting.Voucher;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.values.Kroner;

/** Reads an entry of the ledger as a voucher. */
final class VoucherRows {
    private VoucherRows() {}

    static Voucher voucher(ResultSet row) throws SQLException {
        var accounts = (String[]) row.getArray("accounts").getArray();
        var amounts = (Long[]) row.getArray("amounts").getArray();
        var lines = new ArrayList<Posting.Line>();
        for (var i = 0; i < accounts.length; i++) {
            lines.add(new Posting.Line(Account.of(accounts[i]), Kroner.of(amounts[i])));
        }
        return new Voucher(
                row.getLong("number"),
                row.getObject("day", LocalDate.class),
                Posting.Kind.valueOf(
                        row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("code"),
                row.getInt("year"),
                row.getString("chapter"),
                row.getString("item"),
                row.getString("reference"),
                Voucher.lines(lines));
    }
}
