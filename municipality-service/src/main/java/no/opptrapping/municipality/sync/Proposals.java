package no.opptrapping.municipality.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where proposals are kept. */
public interface Proposals {
    Optional<Proposal> find(UUID id);

    /** The proposal, taken for the rest of the transaction. */
    Optional<Proposal> lock(UUID id);

    /** The source's proposals that nobody has decided on and no later run has replaced. */
    List<Proposal> open(Source source);

    /** The source's proposals that were adopted. */
    List<Proposal> adopted(Source source);

    /** Keeps the proposal as it is given, instead of the one with its id. */
    void put(Proposal proposal);

    /** The newest proposals, newest first, made before the one given if one is. */
    List<Proposal> newest(Optional<Proposal.Status> status, Optional<Proposal> before, int limit);
}
