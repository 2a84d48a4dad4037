package no.opptrapping.grant.worklist;

import java.util.List;

/** What waits for somebody now. Takes part in the caller's transaction. */
public interface Worklist {
    /** Everything that waits, the longest wait first. */
    List<Waiting> waiting();
}
