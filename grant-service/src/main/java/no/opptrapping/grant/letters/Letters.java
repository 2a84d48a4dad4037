package no.opptrapping.grant.letters;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;

/** The letters that there are. Everything here takes part in the caller's transaction. */
public interface Letters {
    /** A letter with what it says in each language. */
    record Written(Letter letter, Map<Language, LetterText> texts) {}

    /** Which letters: all that are given must fit. */
    record Filter(Optional<Set<MunicipalityId>> recipients, Optional<LetterKind> kind) {}

    /** Adds those that are not there: of one subject and edition there is one letter. */
    void add(List<Written> letters);

    Optional<Letter> find(LetterId id);

    /** The newest letter about the subject. */
    Optional<Letter> newest(LetterKind kind, UUID subject);

    /** Whether any letter about the subject, the newest or one before it, has been delivered. */
    boolean isAnyDelivered(LetterKind kind, UUID subject);

    /** The newest letter that answers the application. */
    Optional<Letter> answering(UUID application);

    /** In the order of decisions, the newest first, those after the given place. */
    List<Letter> list(Filter filter, Optional<Place> after, int limit);

    /** A place in the list. */
    record Place(Instant decidedAt, UUID id) {}

    /** What the letter says in the language. */
    LetterText text(LetterId id, Language language);

    /** The document of the letter in the language, if it has been made. */
    Optional<byte[]> document(LetterId id, Language language);

    /** Keeps the document; false when there is one, which stays. */
    boolean keep(LetterId id, Language language, byte[] document, Letter.Document facts, Instant at);

    /** Those whose document in their own language has not been made, the oldest first. */
    List<LetterId> withoutDocument(int limit);

    /** Keeps when it was delivered; false when that is known. */
    boolean delivered(LetterId id, Instant at);

    /** Keeps when it was first opened, which is when it was delivered at the latest; false when that is known. */
    @CanIgnoreReturnValue
    boolean opened(LetterId id, Instant at);

    /** Keeps who confirmed it and when; false when somebody has. */
    boolean confirmed(LetterId id, Instant at, String by);
}
