package io.openteller.procedures.machine;

import java.util.List;
import java.util.Locale;

/** What the machine itself says, in the customer's language or the first that it knows of the bank's. */
enum Phrase {
    HANDED_OVER(
            "A colleague will take it from here and can see what we have done so far.",
            "अब हमारे एक सहकर्मी आगे की बात करेंगे। अब तक जो हुआ, वह उन्हें दिखता है।",
            "Ab hamare ek colleague aage ki baat karenge. Ab tak jo hua, woh unhe dikhta hai."),
    STOPPED("All right, I have stopped. Nothing more will be done.", "ठीक है, मैंने रोक दिया। आगे कुछ नहीं किया जाएगा।",
            "Theek hai, maine rok diya. Aage kuch nahi kiya jayega."),
    STOPPED_AFTER(
            "All right, I have stopped. What was done before stays as it is; nothing more will be done.",
            "ठीक है, मैंने रोक दिया। जो पहले हो चुका है वह वैसा ही रहेगा; आगे कुछ नहीं किया जाएगा।",
            "Theek hai, maine rok diya. Jo pehle ho chuka hai woh waisa hi rahega; aage kuch nahi kiya jayega."),
    STOPPED_REST(
            "All right, I have stopped. What else was done before stays as it is; nothing more will be done.",
            "ठीक है, मैंने रोक दिया। इसके अलावा जो पहले हो चुका है वह वैसा ही रहेगा; आगे कुछ नहीं किया जाएगा।",
            "Theek hai, maine rok diya. Iske alawa jo pehle ho chuka hai woh waisa hi rahega; aage kuch nahi kiya jayega."),
    TAKEN_BACK(
            "This was not completed, so I have taken back what was already done for it: %s.",
            "यह पूरा नहीं हुआ, इसलिए इसके लिए जो पहले हो चुका था उसे मैंने वापस ले लिया है: %s।",
            "Yeh poora nahi hua, isliye iske liye jo pehle ho chuka tha use maine wapas le liya hai: %s."),
    NOT_TAKEN_BACK(
            "This was not completed, and I could not make sure that what was already done for it is taken back: %s.",
            "यह पूरा नहीं हुआ, और मैं पक्का नहीं कर सका कि इसके लिए जो पहले हो चुका था वह वापस ले लिया गया: %s।",
            "Yeh poora nahi hua, aur main pakka nahi kar saka ki iske liye jo pehle ho chuka tha woh wapas le liya gaya: %s."),
    WORKING("One moment, I am still working on it.", "एक क्षण, मैं अभी इसी पर काम कर रहा हूँ।",
            "Ek minute, main abhi isi par kaam kar raha hoon."),
    CANNOT_STOP(
            "This is being done at the bank right now and cannot be stopped. I will tell you at once how it went.",
            "यह अभी बैंक में हो रहा है और रोका नहीं जा सकता। नतीजा मैं तुरंत बताऊँगा।",
            "Yeh abhi bank mein ho raha hai aur roka nahi ja sakta. Nateeja main turant bataunga."),
    VERIFY("Before I go on, I need to be sure it is you. Please complete the check above.",
            "आगे बढ़ने से पहले मुझे पक्का करना है कि आप ही हैं। कृपया ऊपर दी गई जाँच पूरी करें।",
            "Aage badhne se pehle mujhe pakka karna hai ki aap hi hain. Kripya upar di gayi jaanch poori karein."),
    COLLEAGUE("A colleague has to agree first and is looking at it. I will tell you as soon as there is an answer.",
            "पहले एक सहकर्मी की मंज़ूरी चाहिए, वे इसे देख रहे हैं। जवाब मिलते ही मैं बताऊँगा।",
            "Pehle ek colleague ki manzoori chahiye, woh ise dekh rahe hain. Jawab milte hi main bataunga."),
    WAITING("I am waiting for news from the bank's systems and will go on as soon as there is any.",
            "मैं बैंक के सिस्टम से सूचना का इंतज़ार कर रहा हूँ और मिलते ही आगे बढ़ूँगा।",
            "Main bank ke system se soochna ka intezaar kar raha hoon aur milte hi aage badhunga."),
    CONFIRM("Please look at the details above and say yes or no.", "कृपया ऊपर का विवरण देखें और हाँ या नहीं कहें।",
            "Kripya upar ka vivaran dekhein aur haan ya nahi kahein."),
    TAKING_UP("Welcome back. This is where we were:", "फिर से स्वागत है। हम यहाँ तक पहुँचे थे:",
            "Phir se swagat hai. Hum yahan tak pahunche the:"),
    DONE_ALREADY(
            "Something has already been done at the bank since you said that, and I cannot undo it myself.",
            "आपके ऐसा कहने के बाद बैंक में कुछ काम हो चुका है, और उसे मैं खुद वापस नहीं ले सकता।",
            "Aapke aisa kehne ke baad bank mein kuch kaam ho chuka hai, aur use main khud wapas nahi le sakta."),
    CHANGED("All right, I have changed that: %s.", "ठीक है, मैंने बदल दिया: %s।", "Theek hai, maine badal diya: %s."),
    NOTED("I have noted: %s.", "मैंने नोट किया: %s।", "Maine note kiya: %s."),
    AGAIN("All right, once more:", "ठीक है, एक बार फिर:", "Theek hai, ek baar phir:"),
    NOTHING_BEFORE("There is no earlier answer to change.", "बदलने के लिए कोई पिछला जवाब नहीं है।",
            "Badalne ke liye koi pichla jawab nahi hai."),
    UNREADABLE_MONEY("I could not read an amount in that. For example: 5,000.", "मैं इसमें राशि नहीं पढ़ सका। जैसे: 5,000।",
            "Main isme rakam nahi padh saka. Jaise: 5,000."),
    UNREADABLE_DATE("I could not read a date in that. For example: 5 November.", "मैं इसमें तारीख नहीं पढ़ सका। जैसे: 5 नवंबर।",
            "Main isme tareekh nahi padh saka. Jaise: 5 November."),
    UNREADABLE_TIME("I could not read a time in that. For example: 5 November, 3 pm.", "मैं इसमें समय नहीं पढ़ सका। जैसे: 5 नवंबर"
            + ", दोपहर 3 बजे।",
            "Main isme samay nahi padh saka. Jaise: 5 November, dopahar 3 baje."),
    UNREADABLE_NUMBER("I could not read a number in that.", "मैं इसमें संख्या नहीं पढ़ सका।", "Main isme number nahi padh saka."),
    UNREADABLE_YES_NO("Please say yes or no.", "कृपया हाँ या नहीं कहें।", "Kripya haan ya nahi kahein."),
    UNREADABLE_CHOICE("I could not tell which one you mean.", "मैं नहीं समझ सका कि आप कौन सा चाहते हैं।",
            "Main nahi samajh saka ki aap kaun sa chahte hain."),
    UNREADABLE_TEXT("Please write it in a few words.", "कृपया कुछ शब्दों में लिखें।", "Kripya kuch shabdon mein likhein.");

    private final String english;
    private final String hindi;
    private final String latin;

    Phrase(String english, String hindi, String latin) {
        this.english = english;
        this.hindi = hindi;
        this.latin = latin;
    }

    String in(Progress progress) {
        return in(progress.language, progress.tools.bank().languages());
    }

    String in(Progress progress, String value) {
        return in(progress).formatted(value);
    }

    private String in(String language, List<String> otherwise) {
        String tag = language.toLowerCase(Locale.ROOT);
        if (tag.startsWith("hi-latn")) {
            return latin;
        }
        if (tag.equals("hi") || tag.startsWith("hi-")) {
            return hindi;
        }
        if (tag.equals("en") || tag.startsWith("en-") || otherwise.isEmpty()) {
            return english;
        }
        return in(otherwise.getFirst(), List.of());
    }
}
