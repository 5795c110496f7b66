package io.rewards.json;

import io.rewards.catalogue.Award;
import io.rewards.catalogue.AwardConditions;
import io.rewards.catalogue.AwardHandling;
import io.rewards.catalogue.AwardValidity;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
import io.rewards.catalogue.Marketing;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferState;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.Ownership;
import io.rewards.catalogue.PurchaseBase;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import tools.jackson.databind.node.ObjectNode;

/** Writes offers. */
final class OfferWriter {

    private OfferWriter() {}

    static void offer(ObjectNode written, Offer offer) {
        written.put("number", offer.number());
        Writing.coded(written, offer.code(), offer.name());
        Writing.unless(OfferState.NOT_EFFECTIVE, written, "state", offer.state());
        offer.latestEffectiveDate().ifPresent(instant -> written.put("effectiveSince", instant.toString()));
        Writing.text(written, "template", offer.template());
        content(written, offer);
    }

    static void template(ObjectNode written, OfferTemplate template) {
        Writing.coded(written, template.code(), template.name());
        Writing.flag(written, "active", template.active(), true);
        content(written.putObject("content"), template.content());
    }

    /** What a template says, too. */
    private static void content(ObjectNode written, Offer offer) {
        Writing.text(written, "description", offer.description());
        written.put("scheme", offer.scheme());
        written.put("classification", offer.classification().name());
        written.put("type", offer.type());
        Writing.text(written, "category", offer.category());
        Writing.unless(offer.classification().evaluation(), written, "evaluation", offer.evaluation());
        OfferTerms.write(written, offer.terms());
        award(written.putObject("award"), offer.award());
        base(written, offer.base());
        Writing.unless(SpendMethod.SPEND_ON_REQUEST, written, "spendMethod", offer.spendMethod());
        Writing.unless(
                AwardHandling.DEFAULT.onReturn(),
                written,
                "onReturn",
                offer.handling().onReturn());
        Writing.flag(written, "awaitsConfirmation", offer.handling().awaitsConfirmation(), false);
        Writing.flag(written, "partialVoucher", offer.handling().partialVoucher(), false);
        Writing.unless(
                AwardHandling.DEFAULT.excess(),
                written,
                "excess",
                offer.handling().excess());
        Writing.flag(written, "onlyIfBest", offer.onlyIfBest(), false);
        ValidityWriter.offer(written, offer.validity());
        offer.awardValidity()
                .ifPresentOrElse(
                        (AwardValidity money) -> ValidityWriter.money(written, money),
                        () -> written.put("awardValidity", "FROM_SCHEME"));
        if (!offer.conditions().equals(AwardConditions.NONE)) {
            ConditionsWriter.award(written.putObject("conditions"), offer.conditions());
        }
        if (!offer.spendConditions().equals(SpendConditions.NONE)) {
            ConditionsWriter.spend(written.putObject("spendConditions"), offer.spendConditions());
        }
        Writing.objects(written, "caps", offer.caps(), OfferWriter::cap);
        Writing.texts(written, "contributions", offer.contributions());
        Writing.attributes(written, offer.attributes());
        presentation(written, offer.marketing(), offer.ownership());
    }

    private static void presentation(ObjectNode written, Marketing marketing, Ownership ownership) {
        if (!marketing.equals(Marketing.NONE)) {
            ShapeWriter.write(written.putObject("marketing"), OfferingShapes.MARKETING, marketing);
        }
        if (!ownership.equals(Ownership.OF_PROGRAMME)) {
            ShapeWriter.write(written.putObject("ownership"), OfferingShapes.OWNERSHIP, ownership);
        }
    }

    private static void base(ObjectNode written, PurchaseBase base) {
        if (!base.equals(PurchaseBase.OF_SETTINGS)) {
            ObjectNode named = written.putObject("base");
            base.threshold().ifPresent(threshold -> named.put("threshold", threshold.name()));
            base.award().ifPresent(award -> named.put("award", award.name()));
        }
    }

    private static void award(ObjectNode written, Award award) {
        if (award instanceof Award.FixedAmount fixed) {
            written.put("amount", fixed.amount().toString());
        } else if (award instanceof Award.PercentageOfPurchase purchase) {
            written.put("percentage", Writing.percentage(purchase.percentage()));
        } else if (award instanceof Award.PercentageOfAwarded past) {
            ObjectNode share = written.putObject("percentageOfAwarded");
            share.put("percentage", Writing.percentage(past.percentage()));
            share.put("within", Writing.span(past.within()));
            Writing.texts(share, "types", past.types());
            Writing.texts(share, "schemes", past.schemes());
            share.put("denomination", past.denomination().code());
        } else if (award instanceof Award.Rate rate) {
            ShapeWriter.write(written.putObject("rate"), OfferingShapes.RATE, rate);
        } else {
            throw new AssertionError("Unknown award: " + award.getClass());
        }
        award.range().atLeast().ifPresent(least -> written.put("atLeast", least.toString()));
        award.range().atMost().ifPresent(most -> written.put("atMost", most.toString()));
    }

    private static void cap(ObjectNode written, Cap cap) {
        written.put("of", cap.of().name());
        cap.awards().ifPresent(count -> written.put("awards", count));
        cap.amount().ifPresent(amount -> written.put("amount", amount.toString()));
        if (cap.per() instanceof CapPeriod.Each each) {
            written.put("per", each.period().name());
        } else if (cap.per() instanceof CapPeriod.Within within) {
            written.putObject("per").put("within", Writing.span(within.span()));
        }
    }
}
