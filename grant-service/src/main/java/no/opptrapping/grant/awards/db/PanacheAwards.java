package no.opptrapping.grant.awards.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.Session;

/** The awards through Hibernate. */
@ApplicationScoped
class EntityAwards implements Awards {
    private static final String OTHERWISE_HELD = """
            select a.id from award a join unnest(?::uuid[], ?::text[]) as due (recipient, steps)
                on a.municipality_id = due.recipient
            where a.status not in ('annulled', 'lapsed')
                and due.steps <> coalesce((
                    select string_agg(concat_ws('|', step ->> 'from', step ->> 'to', step ->> 'number', step ->> 'name',
                        step ->> 'on'), '/' order by place)
                    from jsonb_array_elements(a.takeovers) with ordinality as stored (step, place)), '')
            order by a.reference
            """;

    /** From one recipient to the next in the index, not through all their awards. */
    private static final String RECIPIENTS = """
            with recursive recipient (id) as (
                (select municipality_id from award order by municipality_id limit 1)
                union all
                select (select a.municipality_id from award a where a.municipality_id > r.id
                    order by a.municipality_id limit 1)
                from recipient r where r.id is not null)
            select id from recipient where id is not null
            """;

    private final EntityManager session;

    EntityAwards(EntityManager session) {
        this.session = session;
    }

    @Override
    public void add(List<Award> awards) {
        awards.forEach(award -> session.persist(AwardEntity.of(award)));
        session.flush();
    }

    @Override
    public void update(Award changed) {
        var row = session.find(AwardEntity.class, changed.id().value());
        if (row == null) {
            throw new IllegalArgumentException("No award " + changed.id());
        }
        row.change(changed);
        session.flush();
    }

    @Override
    public Optional<Award> find(AwardId id) {
        return Optional.ofNullable(session.find(AwardEntity.class, id.value())).map(AwardEntity::toAward);
    }

    @Override
    public Optional<Award> lock(AwardId id) {
        var row = session.find(AwardEntity.class, id.value());
        if (row == null) {
            return Optional.empty();
        }
        session.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(row.toAward());
    }

    @Override
    public List<Award> list(Filter filter, String afterReference, int limit) {
        var conditions = new StringBuilder("from AwardEntity a where a.reference > :after");
        var arguments = new HashMap<String, Object>(Map.of("after", afterReference));
        filter.year().ifPresent(year -> {
            conditions.append(" and a.year = :year");
            arguments.put("year", year.getValue());
        });
        filter.scheme().ifPresent(scheme -> {
            conditions.append(" and a.schemeId = :scheme");
            arguments.put("scheme", scheme.value());
        });
        filter.status().ifPresent(status -> {
            conditions.append(" and a.status = :status");
            arguments.put("status", status.code());
        });
        filter.recipients().ifPresent(recipients -> {
            conditions.append(" and (a.municipalityId in :recipients or exists (select 1 from AwardEntity s"
                    + " join s.participants one where s.id = a.id and one.municipalityId in :sharers))");
            arguments.put("recipients", values(recipients));
            arguments.put("sharers", values(filter.sharers()));
        });
        filter.number().ifPresent(number -> {
            conditions.append(" and a.municipalityNumber = :number");
            arguments.put("number", number.value());
        });
        var query =
                session.createQuery(conditions.append(" order by a.reference").toString(), AwardEntity.class);
        arguments.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList().stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    private static List<UUID> values(Set<MunicipalityId> municipalities) {
        return municipalities.stream().map(MunicipalityId::value).toList();
    }

    @Override
    public List<Award> outstanding(Set<MunicipalityId> recipients, int limit) {
        return session
                .unwrap(Session.class)
                .createNativeQuery("""
                        select a.* from award a where a.municipality_id = any(cast(string_to_array(:recipients, ',') as uuid[]))
                            and a.status not in ('annulled', 'lapsed')
                            and exists (select from ledger_award_balance b where b.award_id = a.id and b.balance > 0
                                and b.account in ('awarded-unpaid', 'paid-unreported'))
                        order by a.reference limit :limit
                        """, AwardEntity.class)
                .setParameter(
                        "recipients",
                        recipients.stream().map(MunicipalityId::toString).collect(Collectors.joining(",")))
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public List<Award> of(SchemeId scheme, Year year) {
        return session
                .createQuery(
                        "from AwardEntity a where a.schemeId = :scheme and a.year = :year order by a.reference",
                        AwardEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.getValue())
                .getResultList()
                .stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public List<AwardId> validOtherwiseHeld(Map<MunicipalityId, List<Takeover>> stepsByRecipient) {
        var recipients = List.copyOf(stepsByRecipient.keySet());
        return session.unwrap(Session.class).doReturningWork(connection -> {
            try (var select = connection.prepareStatement(OTHERWISE_HELD)) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "uuid",
                                recipients.stream().map(MunicipalityId::value).toArray()));
                select.setArray(
                        2,
                        connection.createArrayOf(
                                "text",
                                recipients.stream()
                                        .map(recipient -> steps(stepsByRecipient.getOrDefault(recipient, List.of())))
                                        .toArray()));
                var found = new ArrayList<AwardId>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new AwardId(row.getObject(1, UUID.class)));
                    }
                }
                return found;
            }
        });
    }

    /** The steps in one text, as {@link #OTHERWISE_HELD} makes it of those that are stored. */
    private static String steps(List<Takeover> steps) {
        return steps.stream()
                .map(step -> String.join(
                        "|",
                        step.from().toString(),
                        step.to().toString(),
                        step.number().value(),
                        step.name(),
                        step.on().toString()))
                .collect(Collectors.joining("/"));
    }

    @Override
    public List<Award> promising(SchemeId scheme, Year year) {
        return session
                .createQuery(
                        "from AwardEntity a where a.schemeId = :scheme and a.year < :year and a.promisedUntil >= :year"
                                + " and a.status not in ('annulled', 'lapsed')"
                                + " and not exists (from AwardEntity k where k.continuesId = a.id and k.year = :year)"
                                + " order by a.reference",
                        AwardEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.getValue())
                .getResultList()
                .stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public Set<Year> continuing(AwardId award) {
        return session
                .createQuery("select a.year from AwardEntity a where a.continuesId = :award", Integer.class)
                .setParameter("award", award.value())
                .getResultList()
                .stream()
                .map(Year::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<MunicipalityId> recipients() {
        return session.unwrap(Session.class).createNativeQuery(RECIPIENTS, UUID.class).getResultList().stream()
                .map(MunicipalityId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long takeNumbers(String chapter, String item, Year year, long howMany) {
        var first = session.createNativeQuery("select award_take_numbers(:chapter, :item, :year, :howMany)", Long.class)
                .setParameter("chapter", chapter)
                .setParameter("item", item)
                .setParameter("year", year.getValue())
                .setParameter("howMany", howMany)
                .getSingleResult();
        return (Long) first;
    }

    @Override
    public boolean existOf(UUID run) {
        return session.createQuery("select count(*) from AwardEntity a where a.runId = :run", Long.class)
                        .setParameter("run", run)
                        .getSingleResult()
                > 0;
    }

    @Override
    public Map<MunicipalityId, Kroner> shares(SchemeId scheme, Year year) {
        var shares = new HashMap<MunicipalityId, Kroner>();
        of(scheme, year).stream()
                .filter(Award::isValid)
                .flatMap(award -> award.participants().stream())
                .forEach(share -> shares.merge(share.municipality(), share.share(), Kroner::plus));
        return shares;
    }
}
