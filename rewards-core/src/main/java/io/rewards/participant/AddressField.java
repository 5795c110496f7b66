package io.rewards.participant;

/** The parts of an address. Source: domain 2.4 C14. */
public enum AddressField {
    COUNTRY,
    STREET_NAME,
    STREET_NUMBER,
    FLOOR,
    AREA,
    DISTRICT,
    CARE_OF,
    PO_BOX,
    PO_BOX_POSTAL_CODE,
    POSTAL_CODE,
    APARTMENT_NUMBER,
    /** The city that location conditions name. */
    TOWN,
    MUNICIPALITY,
    ADDRESS_LINE_1,
    ADDRESS_LINE_2,
    STATE_PROVINCE_COUNTY
}
