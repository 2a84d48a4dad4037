package no.opptrapping.grant.framework.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.values.MunicipalityNumber;

@ApplicationScoped
class PanacheFrameworkAllocations
        implements FrameworkAllocations, PanacheRepositoryBase<FrameworkAllocationEntity, FrameworkAllocationId> {
    @Override
    public void add(List<FrameworkAllocation> allocations) {
        persist(allocations.stream().map(FrameworkAllocationEntity::of));
        flush();
    }

    @Override
    public List<FrameworkAllocation> of(SchemeId scheme, Year year) {
        return read(list("purpose.schemeId = ?1 and year = ?2 order by municipalityNumber", scheme, year));
    }

    @Override
    public List<FrameworkAllocation> list(
            Optional<Year> year, Optional<MunicipalityNumber> number, Optional<Key> after, int limit) {
        var wanted =
                Conditions.none().whereGiven("year = :year", year).whereGiven("municipalityNumber = :number", number);
        if (after.isPresent()) {
            wanted = wanted.whereAll(
                    "year >= :afterYear and (year > :afterYear or municipalityNumber > :afterNumber"
                            + " or municipalityNumber = :afterNumber and id > :afterId)",
                    Map.of(
                            "afterYear", after.get().year(),
                            "afterNumber", after.get().number(),
                            "afterId", after.get().id()));
        }
        return read(find(wanted.orderedBy("year, municipalityNumber, id"), wanted.values())
                .page(0, limit)
                .list());
    }

    private static List<FrameworkAllocation> read(List<FrameworkAllocationEntity> entities) {
        return entities.stream().map(FrameworkAllocationEntity::toAllocation).toList();
    }
}
