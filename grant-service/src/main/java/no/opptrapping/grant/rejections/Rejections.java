package no.opptrapping.grant.rejections;

import java.util.List;

/** The rejections that there are. */
public interface Rejections {
    /** Adds them, in the caller's transaction. */
    void add(List<Rejection> all);
}
