package no.opptrapping.reporting.forms;

import jakarta.validation.constraints.NotNull;

/** One cell of the cube of man-years: target group, area and education. */
public record ManYearsAnswer(
        @NotNull TargetGroup targetGroup,
        @NotNull ServiceArea area,
        @NotNull Education education,
        @NotNull ManYears value) {
    /** Whether the other answer is about the same cell. */
    public boolean sameCellAs(ManYearsAnswer other) {
        return targetGroup == other.targetGroup && area == other.area && education == other.education;
    }
}
