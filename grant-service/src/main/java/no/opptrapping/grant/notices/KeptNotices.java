package no.opptrapping.grant.notices;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;

/** The notices that there are. Takes part in the caller's transaction. */
public interface KeptNotices {
    /**
     * A notice in its place: numbers grow in the order in which notices could first be read.
     *
     * @param number above zero
     */
    record Numbered(long number, Notice notice) {}

    void add(List<Notice> notices);

    /**
     * Gives a number to those that have none, a bounded lot of them; nobody else does so until the transaction ends.
     *
     * @return whether there may be more
     */
    @CanIgnoreReturnValue
    boolean number();

    /** Those told to the municipalities after the number, in the order of their numbers. */
    List<Numbered> after(Set<MunicipalityId> to, long number, int limit);

    /** The number of the last one that was told to the municipalities; zero when there is none. */
    long last(Set<MunicipalityId> to);
}
