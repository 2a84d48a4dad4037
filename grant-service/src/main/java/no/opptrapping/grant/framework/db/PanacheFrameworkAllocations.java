package no.opptrapping.grant.framework.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;

@ApplicationScoped
class PanacheFrameworkAllocations
        implements FrameworkAllocations,
                PanacheRepositoryBase<FrameworkAllocationEntity, FrameworkAllocationEntity.Key> {
    private static final String NEWEST = "not exists (select 1 from FrameworkAllocationEntity newer"
            + " where newer.key.id = one.key.id and newer.key.version > one.key.version)";

    @Override
    public void add(List<FrameworkAllocation> allocations) {
        persist(allocations.stream().map(FrameworkAllocationEntity::of));
        flush();
    }

    @Override
    public List<FrameworkAllocation> of(SchemeId scheme, Year year) {
        return read(list(
                "from FrameworkAllocationEntity one where " + NEWEST
                        + " and one.purpose.schemeId = ?1 and one.year = ?2 order by one.municipalityNumber",
                scheme,
                year));
    }

    @Override
    public List<FrameworkAllocation> list(Filter filter, Optional<Key> after, int limit) {
        var wanted = Conditions.none()
                .whereGiven("one.year = :year", filter.year())
                .whereGiven("one.municipalityNumber = :number", filter.number());
        if (!filter.allVersions()) {
            wanted = wanted.where(NEWEST);
        }
        if (after.isPresent()) {
            wanted = wanted.whereAll(
                    "one.year >= :afterYear and (one.year > :afterYear or one.municipalityNumber > :afterNumber"
                            + " or one.municipalityNumber = :afterNumber and (one.key.id > :afterId"
                            + " or one.key.id = :afterId and one.key.version > :afterVersion))",
                    Map.of(
                            "afterYear", after.get().year(),
                            "afterNumber", after.get().number(),
                            "afterId", after.get().id(),
                            "afterVersion", after.get().version()));
        }
        return read(find(
                        "from FrameworkAllocationEntity one"
                                + wanted.whereOrderedBy(
                                        "one.year, one.municipalityNumber, one.key.id, one.key.version"),
                        wanted.values())
                .page(0, limit)
                .list());
    }

    private static List<FrameworkAllocation> read(List<FrameworkAllocationEntity> entities) {
        return entities.stream().map(FrameworkAllocationEntity::toAllocation).toList();
    }
}
