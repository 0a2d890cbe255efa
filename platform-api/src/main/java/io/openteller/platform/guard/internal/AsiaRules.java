package io.openteller.platform.guard.internal;

import static io.openteller.platform.guard.internal.Rule.of;

import java.util.List;

/** Identity numbers of Asia but India, and of Turkey. */
final class AsiaRules {

    private static final String BIRTH = "\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

    private AsiaRules() {}

    static List<Rule> all() {
        return List.of(
                of("KR_RRN", 0.5, BIRTH + "-?[1-4]\\d{6}").near("주민등록번호", "rrn", "resident registration"),
                of("KR_FRN", 0.5, BIRTH + "-?[5-8]\\d{6}").near("외국인등록번호", "frn", "foreigner registration"),
                of("KR_PASSPORT", 0.1, "[MSRODG]\\d{3}[A-Z]\\d{4}|[MSRODG]\\d{8}")
                        .near("passport", "여권"),
                of("KR_DRIVER_LICENSE", 0.8, "(?:1[1-9]|2[0-8])[ -]?\\d{2}[ -]?\\d{6}[ -]?\\d{2}"),
                of("KR_BRN", 0.3, "\\d{3}-?\\d{2}-?\\d{5}")
                        .valid(NationalChecks::koreanBusiness)
                        .near("사업자등록번호", "brn"),
                of(
                        "PH_MOBILE_NUMBER",
                        0.5,
                        "\\+?63 ?\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{4}|0 ?\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{4}"),
                Rule.raw(
                        "PH_MOBILE_NUMBER", 0.5, "(?<![\\w.])\\+63[ -]?\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{4}(?![\\w])"),
                of("PH_TIN", 0.1, "\\d{3}-\\d{3}-\\d{3}(?:-\\d{3,5})?").near("tin", "taxpayer"),
                of("PH_SSS", 0.2, "\\d{2}-\\d{7}-\\d").near("sss"),
                of("PH_UMID", 0.2, "\\d{4}-\\d{7}-\\d").near("umid", "crn"),
                of("SG_NRIC_FIN", 0.3, "[STFGM]\\d{7}[A-Z]").near("nric", "fin"),
                of("SG_NRIC_FIN", 0.9, "[STFGM]\\d{7}[A-Z]").valid(NationalChecks::singapore),
                of("SG_UEN", 0.3, "\\d{8}[A-Z]|(?:19|20)\\d{7}[A-Z]|[TSR]\\d{2}[A-Z]{2}\\d{4}[A-Z]")
                        .near("uen", "entity"),
                of("TH_TNIN", 0.8, "[1-8](?:[ -]?\\d{4})[ -]?\\d{5}[ -]?\\d{2}[ -]?\\d")
                        .valid(NationalChecks::thai),
                of("TR_NATIONAL_ID", 0.8, "[1-9]\\d{10}")
                        .valid(NationalChecks::turkish)
                        .near("kimlik", "tckn", "tc"),
                of(
                                "TR_LICENSE_PLATE",
                                0.3,
                                "(?:0[1-9]|[1-7]\\d|8[01]) ?(?:[A-Z] ?\\d{4,5}|[A-Z]{2} ?\\d{3,4}|[A-Z]{3} ?\\d{2,4})")
                        .near("plaka", "araç"),
                Rule.raw(
                        "TR_PHONE_NUMBER",
                        0.4,
                        "(?<![\\w+.])(?:\\+90[ -]?|0090[ -]?|0[ ]?)\\(?[2-5]\\d{2}\\)?[ -]?\\d{3}[ -]?\\d{2}["
                                + " -]?\\d{2}(?!\\w)"),
                of("TR_PHONE_NUMBER", 0.05, "[2-5]\\d{2}[ -]?\\d{3}[ -]?\\d{2}[ -]?\\d{2}")
                        .near("telefon", "cep", "gsm"));
    }
}
