package no.opptrapping.grant.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.SendPayments;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.Sha256;

/** Makes a file of the approved payments for the bank (remitteringsfil); they are sent with it, each in one file. */
@ApplicationScoped
public class MakeBankFile {
    /** As many payments one file has; the rest goes into the next. */
    static final int MOST_PAYMENTS = 2000;

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The file is made, and its payments are sent.
         *
         * @param left approved payments that something stands in the way of
         */
        record Made(BankFile file, List<Left> left) implements Outcome {}

        /** Nothing is made: no approved payment can be sent. */
        record NothingToSend(List<Left> left) implements Outcome {}

        /** Nothing is made: the Directorate's account is not configured. */
        record NoAccount() implements Outcome {}
    }

    private final BankAccount account;
    private final BankFiles files;
    private final SendPayments sendPayments;
    private final KnownMunicipalities municipalities;
    private final Structures structures;
    private final AuditLog audit;
    private final Clock clock;

    MakeBankFile(
            BankAccount account,
            BankFiles files,
            SendPayments sendPayments,
            KnownMunicipalities municipalities,
            Structures structures,
            AuditLog audit,
            Clock clock) {
        this.account = account;
        this.files = files;
        this.sendPayments = sendPayments;
        this.municipalities = municipalities;
        this.structures = structures;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a file of the payments of a scheme and a year, or of all. */
    @Transactional
    public Outcome make(Optional<SchemeId> scheme, Optional<Year> year, String by) {
        var debtor = account.debtor();
        if (debtor.isEmpty()) {
            return new Outcome.NoAccount();
        }
        var found = sendPayments.find(scheme, year, MOST_PAYMENTS);
        if (found.possible().isEmpty()) {
            return new Outcome.NothingToSend(found.left());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var today = BusinessDates.of(now);
        var number = files.takeNumber();
        var content = new PaymentMessage(debtor.get(), creditors(found.possible()), today)
                .write(number, now, found.possible());
        var faults = structures.of(IsoMessage.PAYMENTS).faults(content);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("A bank file is not as it must be: " + faults);
        }
        var file = new BankFile(
                number,
                References.ofFile(number),
                debtor.get().account(),
                found.possible().size(),
                Kroner.sum(found.possible().stream().map(Payment::amount).toList()),
                Sha256.of(content),
                by,
                now);
        files.add(file, content);
        sendPayments.sent(found.possible(), number, by);
        audit.decision(
                "bank-file.made",
                Long.toString(number),
                Map.of(
                        "payments", Integer.toString(file.payments()),
                        "sum", file.sum().toString(),
                        "sha256", file.sha256()));
        return new Outcome.Made(file, found.left());
    }

    private Map<MunicipalityId, Creditor> creditors(List<Payment> payments) {
        var today = BusinessDates.today(clock);
        var structure = municipalities.structure();
        var creditors = new HashMap<MunicipalityId, Creditor>();
        payments.stream()
                .map(Payment::payee)
                .distinct()
                .forEach(payee -> structure
                        .on(payee, today)
                        .ifPresent(
                                known -> creditors.put(payee, new Creditor(known.name(), known.organisationNumber()))));
        return creditors;
    }
}
