package no.opptrapping.grant.accounting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Sha256;

/** Hands over what the ledger posted in a month to the accounts (regnskapet); a month that was handed over stays so. */
@ApplicationScoped
public class ExportAccounts {
    /** What became of it. */
    public sealed interface Outcome {
        /** The month is handed over. */
        record Exported(AccountingExport export) implements Outcome {}

        /** It was handed over before, and stands as it was. */
        record ExportedBefore(AccountingExport export) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private static final List<String> HEAD = List.of(
            "voucher",
            "date",
            "kind",
            "scheme",
            "year",
            "chapter",
            "item",
            "account",
            "counterAccount",
            "amount",
            "reference");

    private final AccountingExports exports;
    private final ObjectMapper mapper;
    private final AuditLog audit;
    private final Clock clock;

    ExportAccounts(AccountingExports exports, ObjectMapper mapper, AuditLog audit, Clock clock) {
        this.exports = exports;
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** Hands over the month, which has to be over. */
    @Transactional
    public Outcome export(YearMonth period, String by) {
        var before = exports.lock(period);
        if (before.isPresent()) {
            return new Outcome.ExportedBefore(before.get());
        }
        var today = BusinessDates.today(clock);
        var after = period.plusMonths(1).atDay(1);
        if (today.isBefore(after)) {
            return refused(BrokenRule.of("accounting.period-not-over", "/period", "period", period, "today", today));
        }
        var newest = exports.newest();
        if (newest.filter(last -> period.isBefore(last.period())).isPresent()) {
            return refused(BrokenRule.of(
                    "accounting.period-before-the-last",
                    "/period",
                    "period",
                    period,
                    "last",
                    newest.get().period()));
        }
        var vouchers = exports.posted(BusinessDates.startOf(period.atDay(1)), BusinessDates.startOf(after));
        var number = newest.map(AccountingExport::number).orElse(0L) + 1;
        var json = json(number, period, vouchers);
        var csv = csv(vouchers);
        var lines =
                vouchers.stream().flatMap(voucher -> voucher.lines().stream()).toList();
        var export = new AccountingExport(
                number,
                period,
                vouchers.size(),
                lines.size(),
                Kroner.sum(lines.stream().map(Voucher.Line::amount).toList()),
                Sha256.of(json),
                Sha256.of(csv),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        exports.add(export, json, csv);
        audit.decision(
                "accounting.exported",
                Long.toString(number),
                Map.of("period", period.toString(), "vouchers", Integer.toString(vouchers.size())));
        return new Outcome.Exported(export);
    }

    private static Outcome refused(BrokenRule rule) {
        return new Outcome.Refused(List.of(rule));
    }

    private byte[] json(long number, YearMonth period, List<Voucher> vouchers) {
        try {
            return mapper.writeValueAsBytes(new VoucherList(number, period.toString(), vouchers));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("Vouchers that cannot be written", bug);
        }
    }

    private static byte[] csv(List<Voucher> vouchers) {
        var csv = new Csv(CsvDialect.RFC_4180);
        csv.head(HEAD);
        for (var voucher : vouchers) {
            for (var line : voucher.lines()) {
                csv.row(
                        Csv.number(voucher.voucher()),
                        Csv.text(voucher.date().toString()),
                        Csv.text(voucher.kind().code()),
                        Csv.text(voucher.scheme()),
                        Csv.number(voucher.year()),
                        Csv.text(voucher.chapter()),
                        Csv.text(voucher.item()),
                        Csv.text(line.account().code()),
                        Csv.text(line.counterAccount().code()),
                        Csv.number(line.amount()),
                        Csv.text(voucher.reference()));
            }
        }
        return csv.bytes();
    }
}
