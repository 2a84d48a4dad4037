package no.opptrapping.reporting.forms.db;

import jakarta.persistence.Converter;
import java.math.BigDecimal;
import no.opptrapping.platform.values.CodeConverter;
import no.opptrapping.platform.values.ColumnConverter;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;

/** How the room's types stand in columns, of whichever room's tables. */
final class FormColumns {
    private FormColumns() {}

    @Converter(autoApply = true)
    static class Sizes extends CodeConverter<FormSize> {
        Sizes() {
            super(FormSize.class);
        }
    }

    @Converter(autoApply = true)
    static class TargetGroups extends CodeConverter<TargetGroup> {
        TargetGroups() {
            super(TargetGroup.class);
        }
    }

    @Converter(autoApply = true)
    static class Areas extends CodeConverter<ServiceArea> {
        Areas() {
            super(ServiceArea.class);
        }
    }

    @Converter(autoApply = true)
    static class Educations extends CodeConverter<Education> {
        Educations() {
            super(Education.class);
        }
    }

    @Converter(autoApply = true)
    static class ManYearsColumn extends ColumnConverter<ManYears, BigDecimal> {
        ManYearsColumn() {
            super(ManYears::value, ManYears::new);
        }
    }
}
