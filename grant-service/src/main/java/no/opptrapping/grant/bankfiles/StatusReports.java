package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.ProwideException;
import com.prowidesoftware.swift.model.mx.MxPain00200110;
import com.prowidesoftware.swift.model.mx.dic.OriginalPaymentInstruction32;
import com.prowidesoftware.swift.model.mx.dic.PaymentTransaction105;
import com.prowidesoftware.swift.model.mx.dic.StatusReasonInformation12;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import org.jspecify.annotations.Nullable;

/** Reads pain.002.001.10: whether the bank carries out the payments of one of our files, all, a group or one by one. */
@ApplicationScoped
class StatusReports {
    /** The bank has, checks or carries out the payment (ExternalPaymentTransactionStatus1Code). */
    private static final Set<String> ACCEPTED =
            Set.of("RCVD", "ACTC", "ACCP", "ACSP", "ACSC", "ACWC", "ACWP", "ACCC", "PDNG", "PART", "PATC");

    private static final String REJECTED = "RJCT";

    private final BankFiles files;

    StatusReports(BankFiles files) {
        this.files = files;
    }

    ReadAnswer read(String xml, LocalDate today) {
        var report = Optional.ofNullable(MxPain00200110.parse(xml))
                .orElseThrow(() -> new ProwideException("Not read"))
                .getCstmrPmtStsRpt();
        var original = report.getOrgnlGrpInfAndSts();
        var id = report.getGrpHdr().getMsgId();
        var on = Optional.ofNullable(report.getGrpHdr().getCreDtTm())
                .map(at -> BusinessDates.of(at.toInstant()))
                .orElse(today);
        var file = files.find(original.getOrgnlMsgId());
        if (file.isEmpty()) {
            return new ReadAnswer(
                    BankAnswer.Kind.STATUS_REPORT,
                    id,
                    List.of(),
                    List.of(BrokenRule.of("bankfile.file-unknown", "/file", "file", original.getOrgnlMsgId())));
        }
        var lines = new ArrayList<ReadAnswer.Line>();
        var broken = new ArrayList<BrokenRule>();
        for (var group : report.getOrgnlPmtInfAndSts()) {
            for (var one : group.getTxInfAndSts()) {
                line(one, on, lines, broken);
            }
        }
        if (lines.isEmpty() && broken.isEmpty()) {
            wholesale(file.get().number(), original.getGrpSts(), original.getStsRsnInf(), report.getOrgnlPmtInfAndSts())
                    .forEach(found -> status(found.reference(), found.status(), found.reasons(), on, lines, broken));
        }
        return new ReadAnswer(BankAnswer.Kind.STATUS_REPORT, id, lines, broken);
    }

    private static void line(
            PaymentTransaction105 one, LocalDate on, List<ReadAnswer.Line> lines, List<BrokenRule> broken) {
        var reference = Stream.of(one.getOrgnlEndToEndId(), one.getOrgnlInstrId())
                .filter(given -> given != null && !given.isBlank())
                .findFirst()
                .orElse("");
        status(reference, one.getTxSts(), one.getStsRsnInf(), on, lines, broken);
    }

    /** What is said of payments without naming them: of the whole file, or of those that were to be paid on a day. */
    private List<Found> wholesale(
            long file,
            @Nullable String ofAll,
            List<StatusReasonInformation12> reasons,
            List<OriginalPaymentInstruction32> groups) {
        return files.sentIn(file).stream()
                .flatMap(sent -> groups.stream()
                        .filter(group -> sent.group().equals(group.getOrgnlPmtInfId()))
                        .findFirst()
                        .map(group -> new Found(
                                References.of(sent.payment()),
                                group.getPmtInfSts() == null ? ofAll : group.getPmtInfSts(),
                                group.getStsRsnInf().isEmpty() ? reasons : group.getStsRsnInf()))
                        .or(() -> groups.isEmpty()
                                ? Optional.of(new Found(References.of(sent.payment()), ofAll, reasons))
                                : Optional.empty())
                        .stream())
                .toList();
    }

    private record Found(String reference, @Nullable String status, List<StatusReasonInformation12> reasons) {}

    private static void status(
            String reference,
            @Nullable String status,
            List<StatusReasonInformation12> reasons,
            LocalDate on,
            List<ReadAnswer.Line> lines,
            List<BrokenRule> broken) {
        if (status == null || !(ACCEPTED.contains(status) || status.equals(REJECTED))) {
            broken.add(BrokenRule.of(
                    "bankfile.status-unknown",
                    "/entries/" + lines.size(),
                    "status",
                    status == null ? "" : status,
                    "reference",
                    reference));
        }
        var kind = REJECTED.equals(status) ? BankWord.Kind.REJECTED : BankWord.Kind.ACCEPTED;
        lines.add(ReadAnswer.Line.of(new BankWord(
                reference,
                References.payment(reference),
                kind,
                on,
                Optional.empty(),
                reference,
                Reasons.code(reasons.stream()
                        .flatMap(reason -> Stream.ofNullable(reason.getRsn()))
                        .flatMap(reason -> Stream.ofNullable(reason.getCd()))
                        .findFirst()
                        .orElse(null)),
                Reasons.text(reasons.stream()
                        .flatMap(reason -> reason.getAddtlInf().stream())
                        .toList()))));
    }
}
