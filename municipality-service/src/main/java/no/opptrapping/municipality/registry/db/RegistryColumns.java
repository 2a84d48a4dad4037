package no.opptrapping.municipality.registry.db;

import jakarta.persistence.Converter;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns. */
final class RegistryColumns {
    private RegistryColumns() {}

    @Converter(autoApply = true)
    static class Standings extends CodeConverter<RegisteredOrganisationNumber.Standing> {
        Standings() {
            super(RegisteredOrganisationNumber.Standing.class);
        }
    }

    @Converter(autoApply = true)
    static class Origins extends CodeConverter<RegisteredOrganisationNumber.Origin> {
        Origins() {
            super(RegisteredOrganisationNumber.Origin.class);
        }
    }

    @Converter(autoApply = true)
    static class Kinds extends CodeConverter<StructureChangeEntity.Kind> {
        Kinds() {
            super(StructureChangeEntity.Kind.class);
        }
    }

    @Converter(autoApply = true)
    static class Sides extends CodeConverter<StructureChangeEntity.Which> {
        Sides() {
            super(StructureChangeEntity.Which.class);
        }
    }

    @Converter(autoApply = true)
    static class Methods extends CodeConverter<ShareMethod> {
        Methods() {
            super(ShareMethod.class);
        }
    }
}
