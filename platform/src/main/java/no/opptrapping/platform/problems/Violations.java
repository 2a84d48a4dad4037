package no.opptrapping.platform.problems;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.jspecify.annotations.Nullable;

/** The faults that Bean Validation found, all of them, with pointers into the body or names of parameters. */
public final class Violations {
    private Violations() {}

    static List<BrokenRule> faults(ConstraintViolationException e) {
        return of(e.getConstraintViolations());
    }

    public static List<BrokenRule> of(Collection<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .<BrokenRule>map(Violations::fault)
                .sorted(Comparator.comparing(BrokenRule::pointer).thenComparing(BrokenRule::code))
                .toList();
    }

    private static BrokenRule fault(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor();
        var arguments = new HashMap<String, Object>();
        constraint.getAttributes().forEach((name, value) -> {
            if (value instanceof Number || (value instanceof String && !name.equals("message"))) {
                arguments.put(name, value);
            }
        });
        HibernateConstraintViolation<?> told = violation.unwrap(HibernateConstraintViolation.class);
        Map<?, ?> said = told.getDynamicPayload(Map.class);
        if (said != null) {
            said.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        }
        return new BrokenRule(
                code(constraint.getAnnotation(), violation.getMessageTemplate()), pointer(violation), arguments);
    }

    /** A constraint whose message is a code of ours (<code>room.fact</code>) has its own text; others one per kind. */
    private static String code(Annotation constraint, String template) {
        return template.matches("[a-z][a-z-]*\\.[a-z][a-z.-]*")
                ? template
                : switch (constraint.annotationType().getSimpleName()) {
                    case "NotNull", "NotBlank", "NotEmpty" -> "validation.missing";
                    case "Size", "Length" -> "validation.size";
                    case "Min", "DecimalMin", "Positive", "PositiveOrZero" -> "validation.too-small";
                    case "Max", "DecimalMax", "Negative", "NegativeOrZero" -> "validation.too-large";
                    case "Pattern" -> "validation.pattern";
                    case "Email" -> "validation.email";
                    default -> "validation.invalid";
                };
    }

    private static String pointer(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder();
        for (var node : violation.getPropertyPath()) {
            if (node.isInIterable()) {
                Optional.ofNullable(node.getIndex()).ifPresent(index -> pointer.append(Pointers.step(index)));
                Optional.ofNullable(node.getKey()).ifPresent(key -> pointer.append(Pointers.step(key.toString())));
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append(Pointers.step(node.getName()));
            }
        }
        return outsideBody(violation).orElseGet(pointer::toString);
    }

    /** The name of the query, path or header parameter that the violation is about, or empty if it is about the body. */
    private static Optional<String> outsideBody(ConstraintViolation<?> violation) {
        var root = violation.getRootBeanClass();
        @Nullable Method method = null;
        for (var node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = method(root, node.as(Path.MethodNode.class));
            } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
                var parameter =
                        method.getParameters()[node.as(Path.ParameterNode.class).getParameterIndex()];
                var named = RequestParameters.pointer(parameter);
                if (named.isPresent()) {
                    return named;
                }
                if (!parameter.isAnnotationPresent(BeanParam.class)) {
                    return Optional.empty();
                }
            } else if (node.getKind() == ElementKind.PROPERTY && violation.getLeafBean() != null) {
                return RequestParameters.pointer(violation.getLeafBean().getClass(), node.getName());
            }
        }
        return Optional.empty();
    }

    /** The method as the resource's author wrote it: generated subclasses override it without its annotations. */
    private static @Nullable Method method(Class<?> type, Path.MethodNode node) {
        @Nullable Method found = null;
        for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
            for (var candidate : declaring.getDeclaredMethods()) {
                if (candidate.getName().equals(node.getName())
                        && List.of(candidate.getParameterTypes()).equals(node.getParameterTypes())) {
                    found = candidate;
                }
            }
        }
        return found;
    }
}
