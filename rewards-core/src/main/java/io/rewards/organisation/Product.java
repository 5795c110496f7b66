package io.rewards.organisation;

import io.rewards.attribute.Attributes;

/**
 * A product that offers or purchases name. Immutable. A purchase may also sell products that the programme does not list.
 *
 * @param code unique among products
 * @param name for people
 * @param type code of its type, or empty
 * @param attributes as declared by the host
 */
public record Product(String code, String name, String type, Attributes attributes) {}
