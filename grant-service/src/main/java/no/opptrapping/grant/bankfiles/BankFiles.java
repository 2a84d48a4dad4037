package no.opptrapping.grant.bankfiles;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.payments.PaymentId;

/** What has been sent to the bank and heard from it. Everything here takes part in the caller's transaction. */
public interface BankFiles {
    /** The next number; nobody else takes one until the transaction ends. */
    long takeNumber();

    void add(BankFile file, byte[] content);

    Optional<BankFile> find(long number);

    /** The file that the bank knows by the name. */
    Optional<BankFile> find(String messageId);

    /** The bytes that were made, always the same. */
    Optional<byte[]> content(long number);

    /** The payments that were sent in the file, by the references of their awards, with the days they were to be paid. */
    List<Sent> sentIn(long number);

    /** Those after the number, oldest first. */
    List<BankFile> list(long after, int limit);

    /** Waits until nobody else reads a file with the hash, and lets nobody until the transaction ends. */
    Optional<BankAnswer> lockAnswer(String sha256);

    /** Adds an answer and gives it its number. */
    BankAnswer add(BankAnswer answer, byte[] content);

    Optional<BankAnswer> findAnswer(long number);

    /** Those after the number, oldest first. */
    List<BankAnswer> answers(long after, int limit);

    /**
     * A payment that was sent.
     *
     * @param group the part of the file that it stands in: the day on which it is carried out
     */
    record Sent(PaymentId payment, String group) {}
}
