package io.openteller.platform.retrieval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyzersTest {

    private final Analyzers analyzers = new Analyzers(new Words());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ar    | رسوم البطاقة شهرية                              | بطاقات
            bg    | Таксата за картата е пет лева                   | карти
            bn    | কার্ডের মাসিক খরচ                                | কার্ড
            pt-BR | As tarifas dos cartões são mensais              | tarifa
            ca    | Les targetes tenen comissions                   | comissió
            cs    | Poplatky za karty se platí měsíčně              | karta
            da    | Gebyrerne for kortene betales hver måned        | gebyr
            de    | Die Karten kosten jeden Monat zwei Euro         | Karte
            el    | Οι κάρτες έχουν μηνιαία χρέωση                  | κάρτα
            en    | Replacement cards are posted within five days   | card
            es    | Las tarjetas tienen una comisión mensual        | tarjeta
            et    | Uusi kaarte saab kontorist                      | kaart
            eu    | Txartelaren kuota hilero ordaintzen da          | txartela
            fa    | کارت‌های بانکی کارمزد دارند                      | کارت
            fi    | Korttien kuukausimaksut ovat pieniä             | kortti
            fr    | Les cartes ont des frais mensuels               | carte
            ga    | Tá oifig i mbanc na cathrach                    | banc
            gl    | As tarxetas teñen unha comisión                 | tarxeta
            hi    | कार्ड की फीस हर महीने लगती है                       | कार्डों
            hu    | A kártyával fizetni ingyenes                    | kártya
            hy    | Հաշիվների վճարը ամսական է                       | հաշիվը
            id    | Biaya kartunya dibayar bulanan                  | kartu
            it    | La banca chiede commissioni mensili             | commissione
            ckb   | کارتەکان بێ بەرامبەرن                            | کارت
            lt    | Kortelių mokesčiai mokami kas mėnesį            | kortelė
            lv    | Kartes maksa ir maza                            | kartei
            ne    | कार्डहरूको शुल्क                                  | कार्ड
            nl    | De kaarten hebben maandelijkse kosten           | kaart
            nb    | Gebyrene for kortene betales månedlig           | gebyr
            pt    | Os cartões têm uma comissão mensal              | cartão
            ro    | Comisionul este lunar                           | comision
            ru    | Комиссия за карты списывается ежемесячно        | карта
            sr    | Kartice imaju mesečnu naknadu                   | kartica
            sv    | Avgifterna för korten betalas varje månad       | avgift
            ta    | வங்கியில் கட்டணங்கள் குறைவு                         | கட்டணம்
            th    | ค่าธรรมเนียมบัตรเครดิตรายเดือน                      | บัตรเครดิต
            tr    | Kartların aylık ücreti düşüktür                 | kart
            zh    | 信用卡的年费是多少                                | 年费
            ja    | カードの年会費は無料です                          | 年会費
            ko    | 카드의 연회비는 무료입니다                        | 연회비
            """)
    void a_sentence_is_found_by_another_form_of_its_word(String language, String sentence, String word) {
        Analyzer rules = analyzers.of(Analyzers.rules(language));
        assertThat(Words.in(sentence, rules)).containsAnyElementsOf(Words.in(word, rules));
    }

    @Test
    void more_than_thirty_five_languages_have_rules_of_their_own() {
        long known = Arrays.stream(Locale.getISOLanguages())
                .filter(language -> !Analyzers.rules(language).equals(Analyzers.COMMON))
                .count();
        assertThat(known + 2).as("with English and Hindi, who share theirs").isGreaterThan(35);
    }

    @Test
    void hindi_in_latin_letters_meets_english_words() {
        Analyzer rules = analyzers.of(Analyzers.rules("hi-Latn"));
        assertThat(Words.in("mera card block ho gaya", rules))
                .containsAll(Words.in("cards blocking", analyzers.of(Analyzers.rules("en"))));
    }

    @Test
    void breton_is_not_read_as_brazilian() {
        assertThat(Analyzers.rules("br")).isEqualTo(Analyzers.COMMON);
        assertThat(Analyzers.rules("pt-BR")).isEqualTo("br");
        assertThat(Analyzers.rules("pt-PT")).isEqualTo("pt");
    }
}
