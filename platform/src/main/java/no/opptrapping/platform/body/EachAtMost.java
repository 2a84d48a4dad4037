package no.opptrapping.platform.body;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import no.opptrapping.platform.language.LocalisedText;
import org.jspecify.annotations.Nullable;

/** How long the text may be in each of the three languages. */
@Constraint(validatedBy = EachAtMost.IsShortEnough.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
public @interface EachAtMost {
    /** In characters. */
    int longest();

    /** The code of the fault. */
    String message() default "body.too-long";

    /** As every constraint has them. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};

    /** Names the languages in which it is too long. */
    final class IsShortEnough implements ConstraintValidator<EachAtMost, LocalisedText> {
        private int longest;

        @Override
        public void initialize(EachAtMost constraint) {
            longest = constraint.longest();
        }

        @Override
        public boolean isValid(@Nullable LocalisedText text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            var nb = isShort(text.nb(), "nb", context);
            var nn = isShort(text.nn(), "nn", context);
            return isShort(text.en(), "en", context) && nb && nn;
        }

        private boolean isShort(@Nullable String text, String language, ConstraintValidatorContext context) {
            if (text == null || text.length() <= longest) {
                return true;
            }
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(language)
                    .addConstraintViolation();
            return false;
        }
    }
}
