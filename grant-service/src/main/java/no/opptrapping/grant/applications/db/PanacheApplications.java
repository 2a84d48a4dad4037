package no.opptrapping.grant.applications.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.CallFigures;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
@Transactional
class HibernateApplications implements Applications {
    private static final String SUBMITTED_OF_CALL =
            "from ApplicationEntity where callId = :call and status = SUBMITTED order by reference";

    private static final String SHARED =
            "a.status <> DRAFT and exists (select 1 from ApplicationEntity s join s.sharers one"
                    + " where s.id = a.id and one in :sharers)";

    private static final String SHARED_BY =
            "select s.id from ApplicationEntity s join s.sharers one where one in :sharers";

    private final EntityManager session;

    HibernateApplications(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return Optional.ofNullable(session.find(ApplicationEntity.class, id.value()))
                .map(ApplicationEntity::application);
    }

    @Override
    public Optional<Application> lock(ApplicationId id) {
        var entity = session.find(ApplicationEntity.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (entity == null) {
            return Optional.empty();
        }
        session.refresh(entity, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(entity.application());
    }

    @Override
    public List<Application> lockSubmitted(CallId call) {
        var entities = session.createQuery(SUBMITTED_OF_CALL, ApplicationEntity.class)
                .setParameter("call", call)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        return entities.stream().map(ApplicationEntity::application).toList();
    }

    @Override
    public List<Application> submitted(CallId call) {
        return session
                .createQuery(SUBMITTED_OF_CALL, ApplicationEntity.class)
                .setParameter("call", call)
                .getResultList()
                .stream()
                .map(ApplicationEntity::application)
                .toList();
    }

    @Override
    public List<Application> applied(CallId call) {
        return session
                .createQuery(
                        "from ApplicationEntity where callId = :call and status in (SUBMITTED, APPROVED, REJECTED)"
                                + " order by reference",
                        ApplicationEntity.class)
                .setParameter("call", call)
                .getResultList()
                .stream()
                .map(ApplicationEntity::application)
                .toList();
    }

    @Override
    public List<Application> involvingIn(CallId call, Set<MunicipalityId> municipalities) {
        return session
                .createQuery(
                        "from ApplicationEntity where callId = :call and status <> DRAFT and (hostId in :hosts"
                                + " or id in (" + SHARED_BY + ")) order by reference",
                        ApplicationEntity.class)
                .setParameter("call", call)
                .setParameter("hosts", municipalities)
                .setParameter("sharers", municipalities)
                .getResultList()
                .stream()
                .map(ApplicationEntity::application)
                .toList();
    }

    @Override
    public List<Application> list(Filter filter, String afterReference, int limit) {
        var query = session.createQuery(
                        "from ApplicationEntity a where a.reference > :after"
                                + (filter.hosts() == null ? "" : " and (a.hostId in :hosts or " + SHARED + ")")
                                + (filter.call() == null ? "" : " and a.callId = :call")
                                + (filter.status() == null ? "" : " and a.status = :status")
                                + (filter.withoutDrafts() ? " and a.status <> DRAFT" : "")
                                + " order by a.reference",
                        ApplicationEntity.class)
                .setParameter("after", afterReference)
                .setMaxResults(limit);
        if (filter.hosts() != null) {
            query.setParameter("hosts", filter.hosts()).setParameter("sharers", filter.sharers());
        }
        if (filter.call() != null) {
            query.setParameter("call", filter.call());
        }
        if (filter.status() != null) {
            query.setParameter("status", filter.status());
        }
        return query.getResultList().stream()
                .map(ApplicationEntity::application)
                .toList();
    }

    @Override
    public int lockDrafts(CallId call, MunicipalityId host) {
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:drafts, 0))", Integer.class)
                .setParameter("drafts", "drafts of " + host.value() + " in " + call.value())
                .getSingleResult();
        return session.createQuery(
                        "select count(*) from ApplicationEntity where callId = :call and hostId = :host"
                                + " and status = DRAFT",
                        Long.class)
                .setParameter("call", call)
                .setParameter("host", host)
                .getSingleResult()
                .intValue();
    }

    @Override
    public Application add(Application draft) {
        var entity = ApplicationEntity.of(draft);
        session.persist(entity);
        session.flush();
        return entity.application();
    }

    @Override
    public void change(Application application) {
        session.find(ApplicationEntity.class, application.id().value()).take(application);
    }

    @Override
    public Set<MunicipalityId> taken(CallId call, Collection<MunicipalityId> municipalities, ApplicationId besides) {
        return session
                .createQuery(
                        "select municipalityId from ApplicationClaimEntity where callId = :call"
                                + " and municipalityId in :municipalities and applicationId <> :besides",
                        UUID.class)
                .setParameter("call", call.value())
                .setParameter(
                        "municipalities",
                        municipalities.stream().map(MunicipalityId::value).toList())
                .setParameter("besides", besides.value())
                .getResultList()
                .stream()
                .map(MunicipalityId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<ApplicationId> involving(Set<MunicipalityId> municipalities) {
        return session
                .createQuery(
                        "select a.id from ApplicationEntity a where a.hostId in :hosts or (a.status = SUBMITTED"
                                + " and a.id in (" + SHARED_BY + ")) order by a.reference",
                        UUID.class)
                .setParameter("hosts", municipalities)
                .setParameter("sharers", municipalities)
                .getResultList()
                .stream()
                .map(ApplicationId::new)
                .toList();
    }

    @Override
    public boolean claim(CallId call, MunicipalityId municipality, ApplicationId application) {
        return session.createQuery("insert into ApplicationClaimEntity (callId, municipalityId, applicationId)"
                                + " values (:call, :municipality, :application) on conflict do nothing")
                        .setParameter("call", call.value())
                        .setParameter("municipality", municipality.value())
                        .setParameter("application", application.value())
                        .executeUpdate()
                == 1;
    }

    @Override
    public void release(ApplicationId application) {
        session.createQuery("delete from ApplicationClaimEntity where applicationId = :application")
                .setParameter("application", application.value())
                .executeUpdate();
    }

    @Override
    public void release(ApplicationId application, MunicipalityId municipality) {
        session.createQuery("delete from ApplicationClaimEntity where applicationId = :application"
                        + " and municipalityId = :municipality")
                .setParameter("application", application.value())
                .setParameter("municipality", municipality.value())
                .executeUpdate();
    }

    @Override
    public void count(RefusedSubmission refused) {
        session.persist(new RefusedSubmissionEntity(refused));
    }

    @Override
    public CallFigures figures(CallId call) {
        var groups = session.createQuery(
                        "select status, count(*), sum(asked), sum(awarded), max(decidedAt)"
                                + " from ApplicationEntity where callId = :call group by status",
                        Group.class)
                .setParameter("call", call)
                .getResultList();
        var refused = session.createQuery(
                        "select count(*) from RefusedSubmissionEntity where callId = :call", Long.class)
                .setParameter("call", call)
                .getSingleResult();
        var drafts = count(groups, Set.of(ApplicationStatus.DRAFT));
        var decided = Set.of(ApplicationStatus.APPROVED, ApplicationStatus.REJECTED);
        return new CallFigures(
                drafts,
                count(groups, Set.of(ApplicationStatus.values())) - drafts,
                count(groups, Set.of(ApplicationStatus.SUBMITTED)),
                refused,
                count(groups, Set.of(ApplicationStatus.APPROVED)),
                count(groups, Set.of(ApplicationStatus.REJECTED)),
                count(groups, Set.of(ApplicationStatus.WITHDRAWN)),
                Kroner.of(groups.stream()
                        .filter(group ->
                                decided.contains(group.status()) || group.status() == ApplicationStatus.SUBMITTED)
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
}
