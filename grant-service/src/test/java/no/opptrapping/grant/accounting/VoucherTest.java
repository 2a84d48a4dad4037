package no.opptrapping.grant.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class VoucherTest {
    @Test
    void eachLineMovesAnAmountFromOneAccountToAnother() {
        assertThat(Voucher.lines(List.of(
                        line(Account.AVAILABLE, -600),
                        line(Account.AWARDED, 600),
                        line(Account.AWARDED_CONTRA, -600),
                        line(Account.AWARDED_UNPAID, 600))))
                .containsExactly(new Voucher.Line(Account.AWARDED_UNPAID, Account.AVAILABLE, Kroner.of(600)));
    }

    @Test
    void whatAReportMovesIsTwoLines() {
        assertThat(Voucher.lines(List.of(
                        line(Account.PAID_UNREPORTED, -600), line(Account.SPENT, 500), line(Account.UNSPENT, 100))))
                .containsExactly(
                        new Voucher.Line(Account.SPENT, Account.PAID_UNREPORTED, Kroner.of(500)),
                        new Voucher.Line(Account.UNSPENT, Account.PAID_UNREPORTED, Kroner.of(100)));
    }

    @Test
    void whatACorrectionMovesIsTakenFromThoseThatGive() {
        assertThat(Voucher.lines(List.of(
                        line(Account.PAID_UNREPORTED, 10), line(Account.SPENT, -30), line(Account.UNSPENT, 20))))
                .containsExactly(
                        new Voucher.Line(Account.PAID_UNREPORTED, Account.SPENT, Kroner.of(10)),
                        new Voucher.Line(Account.UNSPENT, Account.SPENT, Kroner.of(20)));
    }

    @Test
    void whatDoesNotBalanceIsNoVoucher() {
        assertThatThrownBy(() -> Voucher.lines(List.of(line(Account.SPENT, -30), line(Account.UNSPENT, 20))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Posting.Line line(Account account, long amount) {
        return new Posting.Line(account, Kroner.of(amount));
    }
}
