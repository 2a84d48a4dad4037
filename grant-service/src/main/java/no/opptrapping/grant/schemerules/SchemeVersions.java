package no.opptrapping.grant.schemerules;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;

/** The versions of the schemes' rules. */
public interface SchemeVersions {
    /** That version of the scheme. */
    Optional<SchemeVersion> find(SchemeId scheme, int number);

    /** The version that is in force on the day: the one put in force last among those from that day or before. */
    Optional<SchemeVersion> inForce(SchemeId scheme, LocalDate day);

    /** For each scheme the version in force on the day, or its first while none is. */
    Map<SchemeId, SchemeVersion> shown(Collection<SchemeId> schemes, LocalDate day);

    /** The version with the highest number, draft or not. */
    Optional<SchemeVersion> newest(SchemeId scheme);

    /** The same, while nobody else can draft, change or put in force a version of the scheme until the transaction ends. */
    Optional<SchemeVersion> lockNewest(SchemeId scheme);

    /** Versions after that number, oldest first. */
    List<SchemeVersion> list(SchemeId scheme, boolean withDraft, int after, int limit);

    void add(SchemeVersion version);

    /** Stores a draft that the caller has locked. */
    void change(SchemeVersion version);
}
