package no.opptrapping.grant.bankfiles;

import com.prowidesoftware.ProwideException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.grant.payments.TakeBankWords;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Sha256;

/** Takes in a file from the bank: all of it, or nothing when something of it cannot be so. The same file counts once. */
@ApplicationScoped
public class ReadBankAnswer {
    /** What became of it. */
    public sealed interface Outcome {
        /** Each payment in it is as the bank says. */
        record Read(BankAnswer answer) implements Outcome {}

        /** The same bytes were taken in before; nothing is done. */
        record ReadBefore(BankAnswer answer) implements Outcome {}

        /** Nothing is taken in: everything that cannot be so. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Nothing is taken in: the Directorate's account is not configured. */
        record NoAccount() implements Outcome {}
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final BankAccount account;
    private final BankFiles files;
    private final Structures structures;
    private final StatusReports statusReports;
    private final TakeBankWords takeBankWords;
    private final WhenCredited credits;
    private final AuditLog audit;
    private final Clock clock;

    ReadBankAnswer(
            BankAccount account,
            BankFiles files,
            Structures structures,
            StatusReports statusReports,
            TakeBankWords takeBankWords,
            WhenCredited credits,
            AuditLog audit,
            Clock clock) {
        this.account = account;
        this.files = files;
        this.structures = structures;
        this.statusReports = statusReports;
        this.takeBankWords = takeBankWords;
        this.credits = credits;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome read(byte[] content, String by) {
        var debtor = account.debtor();
        if (debtor.isEmpty()) {
            return new Outcome.NoAccount();
        }
        var sha256 = Sha256.of(content);
        var before = files.lockAnswer(sha256);
        if (before.isPresent()) {
            return new Outcome.ReadBefore(before.get());
        }
        var message = namespace(content).flatMap(IsoMessage::of).filter(one -> one != IsoMessage.PAYMENTS);
        if (message.isEmpty()) {
            return new Outcome.Refused(List.of(BrokenRule.of("bankfile.not-an-answer", "")));
        }
        var faults = structures.of(message.get()).faults(content);
        if (!faults.isEmpty()) {
            return new Outcome.Refused(faults.stream()
                    .map(fault -> BrokenRule.of("bankfile.malformed", "", "line", fault.line(), "fault", fault.text()))
                    .toList());
        }
        try {
            return taken(read(message.get(), content, debtor.get().account()), content, sha256, by);
        } catch (ProwideException notInUtf8) {
            return new Outcome.Refused(List.of(BrokenRule.of(
                    "bankfile.malformed", "", "line", 1, "fault", String.valueOf(notInUtf8.getMessage()))));
        }
    }

    private ReadAnswer read(IsoMessage message, byte[] content, AccountNumber own) {
        var text = new String(content, StandardCharsets.UTF_8);
        var xml = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        var today = BusinessDates.today(clock);
        return message == IsoMessage.STATUS_REPORT
                ? statusReports.read(xml, today)
                : Notifications.read(xml, own, today);
    }

    private Outcome taken(ReadAnswer read, byte[] content, String sha256, String by) {
        if (!read.broken().isEmpty()) {
            return new Outcome.Refused(read.broken());
        }
        var words = read.lines().stream().flatMap(line -> line.word().stream()).toList();
        return switch (takeBankWords.take(words, by)) {
            case TakeBankWords.Outcome.Refused(var broken) -> new Outcome.Refused(atTheirPlaces(broken, read));
            case TakeBankWords.Outcome.Taken(var effects) -> {
                var paid = credits.credited(
                        read.lines().stream()
                                .flatMap(line -> line.credit().stream())
                                .toList(),
                        by);
                var answer = files.add(
                        new BankAnswer(
                                0,
                                read.kind(),
                                read.messageId(),
                                sha256,
                                entries(read, effects, paid),
                                by,
                                clock.instant().truncatedTo(ChronoUnit.MICROS)),
                        content);
                audit.decision(
                        "bank-answer.read",
                        Long.toString(answer.number()),
                        Map.of(
                                "kind", read.kind().code(),
                                "entries", Integer.toString(words.size()),
                                "credits", Integer.toString(paid.size())));
                yield new Outcome.Read(answer);
            }
        };
    }

    private static List<BankAnswer.Entry> entries(
            ReadAnswer read, List<BankWord.Effect> effects, List<BankWord.Effect> paid) {
        var entries = new ArrayList<BankAnswer.Entry>();
        var next = effects.iterator();
        var nextPaid = paid.iterator();
        for (var line : read.lines()) {
            entries.add(line.word()
                    .map(word -> new BankAnswer.Entry(
                            line.reference(),
                            word.payment().orElse(null),
                            next.next(),
                            word.kind() == BankWord.Kind.REJECTED || word.kind() == BankWord.Kind.RETURNED
                                    ? word.code()
                                    : null))
                    .orElseGet(() -> new BankAnswer.Entry(
                            line.reference(), null, line.credit().isPresent() ? nextPaid.next() : null, null)));
        }
        return entries;
    }

    /** Faults of words are counted among words; in the file other lines may stand between them. */
    private static List<BrokenRule> atTheirPlaces(List<BrokenRule> broken, ReadAnswer read) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < read.lines().size(); i++) {
            if (read.lines().get(i).word().isPresent()) {
                places.add(i);
            }
        }
        return broken.stream()
                .map(rule -> new BrokenRule(
                        rule.code(),
                        "/entries/" + places.get(Integer.parseInt(rule.pointer().substring("/entries/".length()))),
                        rule.arguments()))
                .toList();
    }

    /** The namespace of the root element; empty for what is no XML or has a document type. */
    private static Optional<String> namespace(byte[] content) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return Optional.empty();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    return Optional.ofNullable(reader.getNamespaceURI());
                }
            }
            return Optional.empty();
        } catch (XMLStreamException notXml) {
            return Optional.empty();
        }
    }
}
