package no.opptrapping.grant.statements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;

/** The statements that there are, and those that are waited for. */
public interface Statements {
    Optional<Statement> find(ApplicationId application);

    /** Keeps a statement on an application that the caller has locked. */
    void add(Statement statement);

    /**
     * The submitted applications of calls that are neither decided nor called off, whose rules ask for a statement that
     * nobody has given; by when it is due, at most {@code limit}.
     *
     * @param hosts of whose applications; all when empty
     */
    List<AwaitedStatement> awaited(
            Optional<Set<MunicipalityId>> hosts, Language language, Optional<Key> after, int limit);

    /** Where the list goes on: after this one. */
    record Key(Instant due, String reference) {}
}
