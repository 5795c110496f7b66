package io.rewards.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The promises that hold in every module, as rules. */
public final class HouseRules {

    private static final int MOST_PARAMETERS = 5;
    private static final int LADDER = 3;
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.LocalTime.now",
            "java.time.MonthDay.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.InstantSource.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime");
    private static final Set<String> DEFAULTS = Set.of(
            "java.time.ZoneId.systemDefault",
            "java.util.TimeZone.getDefault",
            "java.util.Locale.getDefault",
            "java.nio.charset.Charset.defaultCharset");

    private HouseRules() {}

    /** Packages depend on each other in one direction only. */
    public static ArchRule noPackageCycles() {
        return slices().matching("io.rewards.(**)")
                .should()
                .beFreeOfCycles()
                .because("a reader must be able to start at the bottom");
    }

    /** No class asks what time it is. */
    public static ArchRule noClock() {
        return noClasses()
                .should()
                .callMethodWhere(calls(CLOCKS))
                .orShould()
                .callMethodWhere(describe(
                        "a method of java.time.Clock",
                        call -> call.getTargetOwner().getName().equals("java.time.Clock")))
                .because("a replay of last year must give last year's answer");
    }

    /** No class depends on the machine it runs on. */
    public static ArchRule noDefaultZoneLocaleOrCharset() {
        return noClasses()
                .should()
                .callMethodWhere(calls(DEFAULTS))
                .orShould()
                .callMethodWhere(describe("text made by the default locale", HouseRules::usesDefaultLocale))
                .because("the same input must give the same output on every machine");
    }

    /** No class writes to the console. */
    public static ArchRule noConsole() {
        return noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("a library speaks through what it returns");
    }

    /** No class counts in binary fractions. */
    public static ArchRule noFloatingPoint() {
        return classes().should(useNoFloatingPoint()).because("money is exact");
    }

    /** No method of these packages has more than five parameters. */
    public static ArchRule fewParameters(String... packages) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(packages)
                .and(describe("are written", method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should(haveAtMostFiveParameters())
                .because("a value says what belongs together");
    }

    /** No method asks for three or more of the classes below {@code type}: what differs belongs to what it differs by. */
    public static ArchRule noLadders(Class<?> type) {
        return classes().should(new ArchCondition<>("ask for fewer than three of " + type.getSimpleName()) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                for (JavaCodeUnit unit : each.getCodeUnits()) {
                    Set<String> asked = unit.getInstanceofChecks().stream()
                            .map(InstanceofCheck::getRawType)
                            .filter(asking -> asking.isAssignableTo(type))
                            .map(JavaClass::getName)
                            .collect(Collectors.toSet());
                    if (asked.size() >= LADDER) {
                        events.add(SimpleConditionEvent.violated(unit, unit.getFullName() + " asks for " + asked));
                    }
                }
            }
        });
    }

    /** What a host can see of a type that is not in {@code inside} names no type that is. */
    public static ArchRule nothingLeaksFrom(Set<String> inside) {
        return classes().should(new ArchCondition<>("show hosts nothing of " + inside) {
            @Override
            public void check(JavaClass each, ConditionEvents events) {
                if (!inside.contains(each.getPackageName()) && isSeen(each)) {
                    shown(each)
                            .filter(type -> inside.contains(type.getPackageName()))
                            .forEach(type -> events.add(
                                    SimpleConditionEvent.violated(each, each.getName() + " shows " + type.getName())));
                }
            }
        });
    }

    private static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(HouseRules::isSeen).orElse(true);
    }

    private static Stream<JavaClass> shown(JavaClass type) {
        Stream<JavaClass> parents = Stream.concat(type.getRawInterfaces().stream(), type.getRawSuperclass().stream());
        Stream<JavaClass> members = type.getMembers().stream()
                .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC))
                .flatMap(member -> member.getAllInvolvedRawTypes().stream());
        return Stream.concat(parents, members).distinct();
    }

    /** The files of {@code folder} that have more than so many lines. */
    public static List<String> longerThan(int lines, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> linesOf(file) > lines)
                    .map(file -> file.getFileName() + " has " + linesOf(file) + " lines")
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int linesOf(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArchCondition<JavaMethod> haveAtMostFiveParameters() {
        return new ArchCondition<>("have at most five parameters") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (method.getRawParameterTypes().size() > MOST_PARAMETERS) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has more"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> calls(Set<String> methods) {
        return describe(
                "one of " + methods,
                call -> methods.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }

    private static boolean usesDefaultLocale(JavaAccess<?> call) {
        if (!(call.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        boolean noLocale = target.getRawParameterTypes().stream()
                .noneMatch(type -> type.getName().equals("java.util.Locale"));
        return noLocale
                && ((owner.equals("java.lang.String")
                                && Set.of("format", "formatted", "toLowerCase", "toUpperCase")
                                        .contains(target.getName()))
                        || (owner.equals("java.time.format.DateTimeFormatter")
                                && target.getName().equals("ofPattern")));
    }

    private static ArchCondition<JavaClass> useNoFloatingPoint() {
        return new ArchCondition<>("use neither double nor float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream<String> fields = type.getFields().stream()
                        .filter(field -> isFloating(field.getRawType()))
                        .map(JavaField::getFullName);
                Stream<String> signatures = type.getCodeUnits().stream()
                        .filter(unit -> isFloating(unit.getRawReturnType())
                                || unit.getRawParameterTypes().stream().anyMatch(HouseRules::isFloating))
                        .map(JavaCodeUnit::getFullName);
                Stream<String> calls = type.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> isFloating(call.getTarget().getRawReturnType())
                                || call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(HouseRules::isFloating))
                        .map(call -> call.getDescription());
                Stream.of(fields, signatures, calls)
                        .flatMap(each -> each)
                        .forEach(use -> events.add(SimpleConditionEvent.violated(type, use + " is floating point")));
            }
        };
    }

    private static boolean isFloating(JavaClass type) {
        return FLOATING.contains(type.getBaseComponentType().getName());
    }
}
