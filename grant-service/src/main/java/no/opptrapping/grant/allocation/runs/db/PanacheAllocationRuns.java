package no.opptrapping.grant.allocation.runs.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.LockedRow;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
@Transactional
class PanacheAllocationRuns implements AllocationRuns, PanacheRepositoryBase<AllocationRunEntity, RunId> {
    private static final String NEWEST_FIRST = "made.at desc, id desc";

    @Override
    public void add(AllocationRun run) {
        persistAndFlush(new AllocationRunEntity(run));
    }

    @Override
    public void addCorrecting(AllocationRun run) {
        var row = new AllocationRunEntity(run);
        row.callId = null;
        row.round = null;
        persistAndFlush(row);
    }

    @Override
    public Optional<AllocationRun> find(RunId id) {
        return findByIdOptional(id).map(AllocationRunEntity::run);
    }

    @Override
    public Optional<AllocationRun> lock(RunId id) {
        return LockedRow.of(getSession(), AllocationRunEntity.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(AllocationRunEntity::run);
    }

    @Override
    public void adopted(RunId id, AllocationRun.Adoption adoption) {
        var row = findById(id);
        row.again = decidedBefore(row);
        row.adopted = new Act(adoption.by(), adoption.at());
        flush();
    }

    private int decidedBefore(AllocationRunEntity row) {
        if (row.callId == null || row.officeId == null) {
            return 0;
        }
        var same = Conditions.none()
                .where("callId = :call", row.callId)
                .where("officeId = :office", row.officeId)
                .where("adopted.by is not null");
        same = row.round == null ? same.where("round is null") : same.where("round = :round", row.round);
        return Math.toIntExact(count(same.all(), same.values()));
    }

    @Override
    public List<AllocationRun.Heading> list(Filter filter, Optional<Position> after, int limit) {
        var wanted = Conditions.none()
                .whereGiven("schemeId = :scheme", filter.scheme())
                .whereGiven("year = :year", filter.year())
                .whereGiven("(officeId is null or officeId in :offices)", filter.offices());
        if (filter.adopted().isPresent()) {
            wanted = wanted.where(filter.adopted().get() ? "adopted.by is not null" : "adopted.by is null");
        }
        if (after.isPresent()) {
            wanted = wanted.whereAll(
                    "made.at <= :at and (made.at < :at or id < :id)",
                    Map.of("at", after.get().madeAt(), "id", after.get().id()));
        }
        return find(wanted.orderedBy(NEWEST_FIRST), wanted.values()).page(0, limit).project(HeadingRow.class).stream()
                .map(HeadingRow::heading)
                .toList();
    }

    @Override
    public List<AllocationRun> adoptedOf(SchemeId scheme, Year year, int most) {
        return find("schemeId = ?1 and year = ?2 and adopted.by is not null order by " + NEWEST_FIRST, scheme, year)
                .page(0, most)
                .stream()
                .map(AllocationRunEntity::run)
                .toList();
    }

    /** The columns of the table allocation_run that a list shows; the inputs are not read. */
    record HeadingRow(
            RunId id,
            String name,
            SchemeId schemeId,
            @Nullable Integer schemeVersion,
            Year year,
            Act made,
            String inputHash,
            String resultHash,
            Kroner budget,
            Kroner distributed,
            int recipients,
            @Nullable Act adopted) {
        AllocationRun.Heading heading() {
            return new AllocationRun.Heading(
                    id,
                    name,
                    schemeId,
                    Optional.ofNullable(schemeVersion),
                    year,
                    made.by(),
                    made.at(),
                    inputHash,
                    resultHash,
                    budget,
                    distributed,
                    recipients,
                    AllocationRunEntity.adoption(adopted));
        }
    }
}
