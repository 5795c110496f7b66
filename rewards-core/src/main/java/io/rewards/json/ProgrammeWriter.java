package io.rewards.json;

import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.amount.Rounding;
import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.ParticipantSettings;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ResolutionMode;
import io.rewards.catalogue.Settings;
import io.rewards.catalogue.SpendSettings;
import io.rewards.catalogue.TierSettings;
import io.rewards.catalogue.ValidityDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a programme as YAML or JSON, always in the same order of fields: equal programmes give equal texts. What is empty
 * or the default is left out, instants are in UTC, amounts name their denomination. {@link ProgrammeReader} reads the same
 * programme again, if it has no mistakes; templates keep no number, code, name and state of their content. Thread-safe.
 */
public final class ProgrammeWriter {

    private ProgrammeWriter() {}

    /** The programme as YAML. */
    public static String yaml(Programme programme) {
        return Writing.yaml(object -> programme(object, programme));
    }

    /** The programme as JSON, which can be larger than YAML; see docs/formats.md. */
    public static String json(Programme programme) {
        return Writing.pages(object -> programme(object, programme));
    }

    private static void programme(ObjectNode object, Programme programme) {
        object.put("name", programme.name());
        if (!programme.version().equals(Programme.UNVERSIONED)) {
            object.put("version", programme.version());
        }
        settings(object.putObject("settings"), programme.settings());
        PartForm.ALL.forEach(form -> form.write(object, programme));
    }

    private static void settings(ObjectNode written, Settings settings) {
        written.put("zone", settings.zone().getId());
        Denomination currency = settings.currency();
        if (SettingsReader.isoScale(currency.code()).equals(Optional.of(currency.scale()))) {
            written.put("currency", currency.code());
        } else {
            denomination(written.putObject("currency"), currency);
        }
        Writing.objects(written, "points", settings.points(), ProgrammeWriter::denomination);
        Writing.unless(
                Rounding.HALF_UP.mode(),
                written,
                "rounding",
                settings.rounding().mode());
        Writing.unless(ResolutionMode.OFFER_FLAG, written, "resolution", settings.resolution());
        if (!settings.maximumPercentage().equals(Percentage.HUNDRED)) {
            written.put("maximumPercentage", Writing.percentage(settings.maximumPercentage()));
        }
        Writing.unless(ValidityDate.PERFORMED, written, "validityDate", settings.validityDate());
        Writing.unless(AwardBase.GROSS, written, "awardBase", settings.awardBase());
        if (!settings.language().equals("en")) {
            written.put("language", settings.language());
        }
        settings.approver().ifPresent(user -> written.put("approver", user));
        Writing.flag(written, "strictEvaluation", settings.strictEvaluation(), false);
        if (!settings.spending().equals(SpendSettings.DEFAULT)) {
            spending(written.putObject("spending"), settings.spending());
        }
        if (!settings.neverRewarded().isEmpty()) {
            ConditionsWriter.list(written.putObject("neverRewarded"), settings.neverRewarded());
        }
        if (!settings.neverPaid().isEmpty()) {
            ConditionsWriter.list(written.putObject("neverPaid"), settings.neverPaid());
        }
        participants(written, settings.participants());
        if (!settings.tiers().equals(TierSettings.DEFAULT)) {
            tiers(written.putObject("tiers"), settings.tiers());
        }
    }

    private static void tiers(ObjectNode written, TierSettings settings) {
        TierSettings usual = TierSettings.DEFAULT;
        settings.owner().ifPresent(owner -> written.put("owner", owner.name()));
        Writing.unless(usual.counts(), written, "counts", settings.counts());
        ConditionsWriter.products(written, settings.products());
        settings.unit().ifPresent(unit -> written.put("unit", unit.toString()));
        Writing.unless(usual.returns(), written, "returns", settings.returns());
        settings.atRiskDays().ifPresent(days -> written.put("atRiskDays", days));
    }

    private static void participants(ObjectNode written, ParticipantSettings settings) {
        Writing.flag(written, "mergeCounts", settings.mergeCounts(), false);
        Writing.objects(written, "paymentPreferences", settings.paymentPreferences(), (object, payment) -> {
            object.put("code", payment.code());
            Writing.objects(object, "fields", payment.fields(), (field, needed) -> {
                field.put("name", needed.name());
                needed.pattern().ifPresent(pattern -> field.put("pattern", pattern.text()));
            });
        });
        Writing.texts(
                written,
                "careConsent",
                settings.careConsent().stream().map(Enum::name).toList());
    }

    private static void spending(ObjectNode written, SpendSettings spending) {
        SpendSettings usual = SpendSettings.DEFAULT;
        Writing.flag(written, "specificAmount", spending.specificAmount(), usual.specificAmount());
        spending.minimumRequest().ifPresent(amount -> written.put("minimumRequest", amount.toString()));
        Writing.unless(usual.order(), written, "order", spending.order());
        Writing.unless(usual.clawback(), written, "clawback", spending.clawback());
    }

    private static void denomination(ObjectNode written, Denomination denomination) {
        written.put("code", denomination.code());
        written.put("scale", denomination.scale());
    }
}
