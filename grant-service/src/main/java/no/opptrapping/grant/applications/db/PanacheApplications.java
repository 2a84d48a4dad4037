package no.opptrapping.grant.applications.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.CallFigures;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.LockedRow;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
@Transactional
class PanacheApplications implements Applications, PanacheRepositoryBase<ApplicationEntity, ApplicationId> {
    private static final String SUBMITTED_OF_CALL = "callId = ?1 and status = SUBMITTED order by reference";

    private static final String SHARED_BY =
            "select s.id from ApplicationEntity s join s.sharers one where one in :municipalities";

    private final PostgresSeenApplications seen;
    private final PlainSql sql;

    PanacheApplications(PostgresSeenApplications seen, PlainSql sql) {
        this.seen = seen;
        this.sql = sql;
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return findByIdOptional(id).map(ApplicationEntity::application);
    }

    @Override
    public Optional<Application> lock(ApplicationId id) {
        return LockedRow.of(getSession(), ApplicationEntity.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(ApplicationEntity::application);
    }

    @Override
    public List<Application> lockSubmitted(CallId call) {
        return read(find(SUBMITTED_OF_CALL, call).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Application> submitted(CallId call) {
        return read(find(SUBMITTED_OF_CALL, call));
    }

    @Override
    public List<Application> pending(CallId call) {
        return read(find("callId = ?1 and status in (SUBMITTED, RETURNED) order by reference", call));
    }

    @Override
    public List<ApplicationId> notCompletedBy(Instant moment, int limit) {
        return find("select id from ApplicationEntity where completeBy < ?1 order by completeBy", moment)
                .project(ApplicationId.class)
                .page(0, limit)
                .list();
    }

    @Override
    public List<Application> applied(CallId call) {
        return read(
                find("callId = ?1 and status in (SUBMITTED, RETURNED, APPROVED, REJECTED) order by reference", call));
    }

    @Override
    public List<Application> involvingIn(CallId call, Set<MunicipalityId> municipalities) {
        return read(find(
                "callId = :call and status <> DRAFT and (hostId in :municipalities or id in (" + SHARED_BY
                        + ")) order by reference",
                Map.of("call", call, "municipalities", municipalities)));
    }

    @Override
    public List<Application> list(Filter filter, String afterReference, int limit) {
        var wanted = Conditions.none().where("a.reference > :after", afterReference);
        if (filter.hosts() != null) {
            wanted = wanted.whereAll(
                    "(a.hostId in :hosts or a.status <> DRAFT) and a.id in :ids",
                    Map.of("hosts", filter.hosts(), "ids", seen.of(filter, afterReference, limit)));
        }
        wanted = wanted.whereGiven("a.callId = :call", Optional.ofNullable(filter.call()))
                .whereGiven("a.status = :status", Optional.ofNullable(filter.status()));
        if (filter.withoutDrafts()) {
            wanted = wanted.where("a.status <> DRAFT");
        }
        return read(find("from ApplicationEntity a" + wanted.whereOrderedBy("a.reference"), wanted.values())
                .page(0, limit));
    }

    @Override
    public List<Application> askedOf(Set<MunicipalityId> municipalities, String afterReference, int limit) {
        return read(find(
                        "from ApplicationEntity a where a.reference > :after and exists (select 1 from ApplicationEntity s"
                                + " join s.askedOf one where s.id = a.id and one in :municipalities)"
                                + " order by a.reference",
                        Map.of("after", afterReference, "municipalities", municipalities))
                .page(0, limit));
    }

    @Override
    public List<Application> lastOf(SchemeId scheme, MunicipalityId host, Year before) {
        return read(find("""
                from ApplicationEntity a where a.schemeId = :scheme and a.hostId = :host
                and a.status in (SUBMITTED, APPROVED, REJECTED) and a.year = (select max(b.year) from ApplicationEntity b
                    where b.schemeId = :scheme and b.hostId = :host and b.status in (SUBMITTED, APPROVED, REJECTED)
                    and b.year < :before)
                order by a.reference
                """, Map.of("scheme", scheme, "host", host, "before", before)));
    }

    @Override
    public int lockDrafts(CallId call, MunicipalityId host) {
        sql.lock("drafts of " + host + " in " + call);
        return Math.toIntExact(count("callId = ?1 and hostId = ?2 and status = DRAFT", call, host));
    }

    @Override
    public Application add(Application draft) {
        var entity = ApplicationEntity.of(draft);
        persistAndFlush(entity);
        return entity.application();
    }

    @Override
    public void delete(ApplicationId draft) {
        delete(findById(draft));
    }

    @Override
    public void change(Application application) {
        findById(application.id()).take(application);
    }

    @Override
    public Set<MunicipalityId> taken(CallId call, Collection<MunicipalityId> municipalities, ApplicationId besides) {
        return Set.copyOf(find("""
                        select c.key.municipalityId from ApplicationClaimEntity c where c.key.callId = ?1
                        and c.key.municipalityId in ?2 and c.applicationId <> ?3
                        """, call, municipalities, besides)
                .project(MunicipalityId.class)
                .list());
    }

    @Override
    public List<ApplicationId> involving(Set<MunicipalityId> municipalities) {
        return find(
                        "select a.id from ApplicationEntity a where a.hostId in :municipalities or (a.status in (SUBMITTED, RETURNED)"
                                + " and a.id in (" + SHARED_BY + ")) order by a.reference",
                        Map.of("municipalities", municipalities))
                .project(ApplicationId.class)
                .list();
    }

    @Override
    public boolean claim(CallId call, MunicipalityId municipality, ApplicationId application) {
        return getSession()
                        .createMutationQuery("""
                        insert into ApplicationClaimEntity (key.callId, key.municipalityId, applicationId)
                        values (?1, ?2, ?3) on conflict do nothing
                        """)
                        .setParameter(1, call)
                        .setParameter(2, municipality)
                        .setParameter(3, application)
                        .executeUpdate()
                == 1;
    }

    @Override
    public void release(ApplicationId application) {
        delete("delete from ApplicationClaimEntity where applicationId = ?1", application);
    }

    @Override
    public void release(ApplicationId application, MunicipalityId municipality) {
        delete(
                "delete from ApplicationClaimEntity where applicationId = ?1 and key.municipalityId = ?2",
                application,
                municipality);
    }

    @Override
    public void count(RefusedSubmission refused) {
        getSession().persist(new RefusedSubmissionEntity(refused));
    }

    @Override
    public CallFigures figures(CallId call) {
        var groups = find("""
                        select status, count(*), sum(asked), sum(awarded), max(decided.at)
                        from ApplicationEntity where callId = ?1 group by status
                        """, call).project(Group.class).list();
        var refused = find("select count(*) from RefusedSubmissionEntity where callId = ?1", call)
                .project(Long.class)
                .singleResult();
        var drafts = count(groups, Set.of(ApplicationStatus.DRAFT));
        var decided = Set.of(ApplicationStatus.APPROVED, ApplicationStatus.REJECTED);
        var pending = Set.of(ApplicationStatus.SUBMITTED, ApplicationStatus.RETURNED);
        return new CallFigures(
                drafts,
                count(groups, Set.of(ApplicationStatus.values())) - drafts,
                count(groups, pending),
                refused,
                count(groups, Set.of(ApplicationStatus.APPROVED)),
                count(groups, Set.of(ApplicationStatus.REJECTED)),
                count(groups, Set.of(ApplicationStatus.WITHDRAWN)),
                Kroner.of(groups.stream()
                        .filter(group -> decided.contains(group.status()) || pending.contains(group.status()))
                        .mapToLong(Group::askedKroner)
                        .sum()),
                Kroner.of(groups.stream().mapToLong(Group::awardedKroner).sum()),
                groups.stream()
                        .flatMap(group -> Optional.ofNullable(group.lastDecision()).stream())
                        .max(Instant::compareTo));
    }

    private static long count(List<Group> groups, Set<ApplicationStatus> statuses) {
        return groups.stream()
                .filter(group -> statuses.contains(group.status()))
                .mapToLong(Group::applications)
                .sum();
    }

    private static List<Application> read(PanacheQuery<ApplicationEntity> query) {
        return query.stream().map(ApplicationEntity::application).toList();
    }
}
