package no.opptrapping.grant.bankfiles;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentId;

/** How files and payments are named to the bank: at most 35 characters, as ISO 20022 has it (Max35Text). */
final class References {
    private static final Pattern PAYMENT = Pattern.compile("[0-9a-f]{32}");

    private References() {}

    static String ofFile(long number) {
        return "TILSKUDD-%010d".formatted(number);
    }

    /** Of the part of a file whose payments are carried out on the day. */
    static String ofGroup(long file, LocalDate day) {
        return ofFile(file) + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    static String of(PaymentId payment) {
        return payment.value().toString().replace("-", "");
    }

    static Optional<PaymentId> payment(String reference) {
        return PAYMENT.matcher(reference).matches()
                ? Optional.of(new PaymentId(new UUID(
                        Long.parseUnsignedLong(reference.substring(0, 16), 16),
                        Long.parseUnsignedLong(reference.substring(16), 16))))
                : Optional.empty();
    }

    /** The day on which a payment is asked to be carried out: its due date, or today when that is over. */
    static LocalDate day(Payment payment, LocalDate today) {
        return payment.dueOn().isBefore(today) ? today : payment.dueOn();
    }
}
