package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.ProwideException;
import com.prowidesoftware.swift.model.mx.MxCamt05400108;
import com.prowidesoftware.swift.model.mx.dic.ActiveOrHistoricCurrencyAndAmount;
import com.prowidesoftware.swift.model.mx.dic.CashAccount39;
import com.prowidesoftware.swift.model.mx.dic.CreditDebitCode;
import com.prowidesoftware.swift.model.mx.dic.DateAndDateTime2Choice;
import com.prowidesoftware.swift.model.mx.dic.EntryTransaction10;
import com.prowidesoftware.swift.model.mx.dic.PaymentReturnReason5;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import com.prowidesoftware.swift.model.mx.dic.TransactionReferences6;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import no.opptrapping.platform.values.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Reads camt.054.001.08: what has been booked on the account. A debit confirms a payment; a credit gives its money back, or is
 * money that somebody pays.
 */
final class Notifications {
    private static final String BOOKED = "BOOK";
    private static final String NOT_PROVIDED = "NOTPROVIDED";

    private final AccountNumber own;
    private final LocalDate made;
    private final List<ReadAnswer.Line> lines = new ArrayList<>();
    private final List<BrokenRule> broken = new ArrayList<>();
    /** How often a line of just that has stood in the file: two who pay the same on a day are two. */
    private final Map<String, Integer> times = new HashMap<>();

    private Notifications(AccountNumber own, LocalDate made) {
        this.own = own;
        this.made = made;
    }

    static ReadAnswer read(String xml, AccountNumber own, LocalDate today) {
        var notification = Optional.ofNullable(MxCamt05400108.parse(xml))
                .orElseThrow(() -> new ProwideException("Not read"))
                .getBkToCstmrDbtCdtNtfctn();
        var reading = new Notifications(
                own,
                Optional.ofNullable(notification.getGrpHdr().getCreDtTm())
                        .map(at -> BusinessDates.of(at.toInstant()))
                        .orElse(today));
        notification.getNtfctn().forEach(of -> {
            var account = account(of.getAcct());
            of.getNtry().forEach(entry -> reading.entry(entry, account));
        });
        return new ReadAnswer(
                BankAnswer.Kind.NOTIFICATION, notification.getGrpHdr().getMsgId(), reading.lines, reading.broken);
    }

    private void entry(ReportEntry10 entry, String account) {
        var transactions = entry.getNtryDtls().stream()
                .flatMap(details -> details.getTxDtls().stream())
                .toList();
        if (transactions.isEmpty()) {
            line(entry, null, entry.getAmt(), account);
        }
        transactions.forEach(one -> line(
                entry,
                one,
                one.getAmt() != null ? one.getAmt() : transactions.size() == 1 ? entry.getAmt() : null,
                account));
    }

    private void line(
            ReportEntry10 entry,
            @Nullable EntryTransaction10 transaction,
            @Nullable ActiveOrHistoricCurrencyAndAmount amount,
            String account) {
        var pointer = "/entries/" + lines.size();
        var reference = Optional.ofNullable(transaction)
                .map(EntryTransaction10::getRefs)
                .flatMap(refs -> Stream.of(refs.getEndToEndId(), refs.getInstrId())
                        .filter(given -> given != null && !given.isBlank() && !given.equals(NOT_PROVIDED))
                        .findFirst())
                .orElse("");
        if (!account.equals(own.value())) {
            broken.add(BrokenRule.of("bankfile.other-account", pointer, "account", account));
        }
        var back = Optional.ofNullable(transaction).map(EntryTransaction10::getRtrInf);
        if (entry.getCdtDbtInd() == CreditDebitCode.CRDT
                && back.isEmpty()
                && References.payment(reference).isEmpty()) {
            credit(entry, transaction, amount, reference, pointer);
            return;
        }
        if (reference.isEmpty()) {
            lines.add(ReadAnswer.Line.other());
            return;
        }
        var kroner = amount == null ? Optional.<Kroner>empty() : kroner(amount);
        if (amount != null && kroner.isEmpty()) {
            broken.add(BrokenRule.of(
                    "bankfile.amount-not-kroner", pointer, "amount", amount.getValue() + " " + amount.getCcy()));
        }
        lines.add(ReadAnswer.Line.of(new BankWord(
                reference,
                References.payment(reference),
                kind(entry),
                day(entry),
                kroner,
                bankReference(entry, transaction, reference),
                Reasons.code(back.map(PaymentReturnReason5::getRsn)
                        .map(reason -> reason.getCd())
                        .orElse(null)),
                Reasons.text(back.map(PaymentReturnReason5::getAddtlInf).orElse(List.of())))));
    }

    /** Money that somebody pays; what is not booked yet comes again when it is. */
    private void credit(
            ReportEntry10 entry,
            @Nullable EntryTransaction10 transaction,
            @Nullable ActiveOrHistoricCurrencyAndAmount amount,
            String otherwise,
            String pointer) {
        if (kind(entry) == BankWord.Kind.ACCEPTED) {
            lines.add(ReadAnswer.Line.other());
            return;
        }
        var ore = Optional.ofNullable(amount).flatMap(Notifications::ore);
        if (ore.isEmpty()) {
            broken.add(BrokenRule.of(
                    "bankfile.amount-not-kroner",
                    pointer,
                    "amount",
                    amount == null ? "" : amount.getValue() + " " + amount.getCcy()));
            lines.add(ReadAnswer.Line.other());
            return;
        }
        var paid = Remittances.of(transaction);
        var bank = bankReference(entry, transaction, otherwise);
        var same = String.join(
                "\n",
                own.value(),
                bank,
                otherwise,
                paid.reference(),
                ore.get().toString(),
                day(entry).toString());
        var before = times.merge(same, 1, Integer::sum);
        lines.add(ReadAnswer.Line.of(new Credit(
                Sha256.of((same + "\n" + before).getBytes(StandardCharsets.UTF_8)),
                paid.reference(),
                ore.get(),
                day(entry),
                bank,
                paid.payer())));
    }

    /** To the øre; empty for another currency, and for what is no amount. */
    private static Optional<Ore> ore(ActiveOrHistoricCurrencyAndAmount amount) {
        try {
            var ore = amount.getValue().movePointRight(2).longValueExact();
            return "NOK".equals(amount.getCcy()) && ore > 0 ? Optional.of(Ore.of(ore)) : Optional.empty();
        } catch (ArithmeticException notAnAmount) {
            return Optional.empty();
        }
    }

    private static BankWord.Kind kind(ReportEntry10 entry) {
        if (entry.getSts() != null
                && entry.getSts().getCd() != null
                && !entry.getSts().getCd().equals(BOOKED)) {
            return BankWord.Kind.ACCEPTED;
        }
        return entry.getCdtDbtInd() == CreditDebitCode.CRDT ? BankWord.Kind.RETURNED : BankWord.Kind.CONFIRMED;
    }

    private LocalDate day(ReportEntry10 entry) {
        return Stream.of(entry.getBookgDt(), entry.getValDt())
                .flatMap(Stream::ofNullable)
                .map(Notifications::day)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(made);
    }

    private static Optional<LocalDate> day(DateAndDateTime2Choice given) {
        return Optional.ofNullable(given.getDt())
                .or(() -> Optional.ofNullable(given.getDtTm()).map(at -> BusinessDates.of(at.toInstant())));
    }

    private static String bankReference(
            ReportEntry10 entry, @Nullable EntryTransaction10 transaction, String otherwise) {
        return Optional.ofNullable(transaction)
                .map(EntryTransaction10::getRefs)
                .map(TransactionReferences6::getAcctSvcrRef)
                .or(() -> Optional.ofNullable(entry.getAcctSvcrRef()))
                .or(() -> Optional.ofNullable(entry.getNtryRef()))
                .filter(given -> !given.isBlank())
                .orElse(otherwise);
    }

    /** Whole kroner; empty for another currency and for øre. */
    private static Optional<Kroner> kroner(ActiveOrHistoricCurrencyAndAmount amount) {
        try {
            return "NOK".equals(amount.getCcy())
                    ? Optional.of(Kroner.of(amount.getValue().longValueExact()))
                    : Optional.empty();
        } catch (ArithmeticException notWhole) {
            return Optional.empty();
        }
    }

    /** A Norwegian IBAN ends with the account number. */
    private static String account(@Nullable CashAccount39 account) {
        if (account == null || account.getId() == null) {
            return "";
        }
        var iban = account.getId().getIBAN();
        if (iban != null) {
            var written = iban.replace(" ", "");
            return written.startsWith("NO") && written.length() == 15 ? written.substring(4) : written;
        }
        return account.getId().getOthr() == null
                ? ""
                : Optional.ofNullable(account.getId().getOthr().getId()).orElse("");
    }
}
