package no.opptrapping.platform.attachments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attachments that there are, without their content. Takes part in the caller's transaction. */
public interface Attachments {
    /** How much a holder has, which nobody else can change until the caller's transaction ends. */
    HolderRoom lock(AttachmentHolder holder);

    /** Stores a new one; it gets its number. */
    Attachment add(Attachment attachment);

    /** One of the holder's, whether it was taken away or not. */
    Optional<Attachment> find(AttachmentHolder holder, AttachmentId id);

    /** Those that the holder has now, after a number, in the order in which they came. */
    List<Attachment> list(AttachmentHolder holder, long after, int limit);

    /** Those that the holder had when it was frozen the last time, after a number. */
    List<Attachment> frozen(AttachmentHolder holder, long after, int limit);

    /** Whether it was there when the holder was frozen the last time. */
    boolean isFrozen(AttachmentId id);

    /** Takes one away that the caller has locked the holder of; what it was frozen with is kept. */
    void remove(Attachment attachment, Instant at);

    /** Those that the scanner has not seen, the oldest first. */
    List<Attachment> waiting(int limit);

    /** What the scanner said of one that waits; false if it has been said already. */
    boolean settle(AttachmentId id, AttachmentState state);

    /** Notes, in a transaction of its own, that content is about to be stored outside the database. */
    void noteObject(AttachmentId id);

    /** Content outside the database that belongs to no attachment, noted more than an hour ago. */
    List<AttachmentId> leftObjects(int limit);

    /** Forgets that there was content outside the database. */
    void forgetObject(AttachmentId id);
}
