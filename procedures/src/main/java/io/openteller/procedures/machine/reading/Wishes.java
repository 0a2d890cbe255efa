package io.openteller.procedures.machine.reading;

import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a customer wants of the procedure itself. */
public final class Wishes {

    private static final String STAFF = "(?:person|human|human being|agent|representative|rep|executive|manager|supervisor"
            + "|colleague|operator"
            + "|advisor|adviser|staff|customer care|customer service|support team)";
    private static final String PERSON_EN = "(?:real |actual |live |human )*(?:" + STAFF + "|someone|somebody|people)";
    private static final String BETWEEN = "(?: (?:me|us|a|an|the|to|your|with|some|real|actual|live|human|please|now))*";
    /** "Transfer" and "give" are about money as often as about people, so they must be about the customer. */
    private static final Pattern PERSON = Words.pattern(" (?:speak|talk|chat|speaking|talking) (?:to|with)(?: \\p{L}+){0,3}? " + PERSON_EN +
            " "
            + "| (?:connect|transfer|put|forward|escalate) (?:me|us|this|it|my chat|my call|my case)(?: \\p{L}+){0,4}? " + PERSON_EN + " "
            + "| (?:want|need|get|give me|call|reach)" + BETWEEN + " " + STAFF + " "
            + "|^ (?:a |an |the )?(?:real |actual |live |human )*" + STAFF + "(?: please| now| pls)? $"
            + "|(?:insaan|insan|aadmi|kisi|agent|manager|adhikari|executive|customer care|vyakti|karmchari)(?: \\p{L}+)? (?:se|ko)"
            + " (?:\\p{L}+ ){0,2}(?:baat|bat|connect|jodo|jod do|milao|mila do|milwa|bulao|bula do)"
            + "| (?:agent|manager|insaan|adhikari) (?:chahiye|bulao|do|dijiye) "
            + "|(?:इंसान|आदमी|किसी|एजेंट|मैनेजर|अधिकारी|व्यक्ति|कर्मचारी|प्रतिनिधि|कस्टमर केयर|ग्राहक सेवा)(?: [\\p{L}\\p{M}]+)? (?:से|को)"
            + " (?:[\\p{L}\\p{M}]+ ){0,2}(?:बात|कनेक्ट|जोड़ो|जोड़ दो|मिलाओ|मिला दो|मिलवा|बुलाओ|बुला दो)"
            + "| (?:एजेंट|मैनेजर|इंसान|अधिकारी) (?:चाहिए|बुलाओ|बुलाइए|दो|दीजिए) ");
    private static final Pattern NO_PERSON =
            Words.pattern(" (?:no|not|dont|without|never)(?: \\p{L}+){0,6} " + PERSON_EN +
                    " | (?:nahi|नहीं|मत|mat) (?:chahiye|चाहिए|karni|करनी|jodo) ");

    private static final Set<String> CANCEL = Words.phrases("cancel,cancel it,cancel this,cancel that,cancel everything,stop,stop"
            + " it,stop this,quit,exit,abort"
            + ",forget it,forget about it,never mind,nevermind,leave it,drop it,i changed my mind,changed my mind,i have changed"
            + " my mind,ive changed my mind"
            + ",not now,i dont want this,i dont want to do this,i dont want to continue,dont do it,dont do this,i dont want this"
            + " anymore,dont want to continue"
            + ",lets stop,end this,no longer needed,i do not want this any more,i dont want this any more"
            + ",रहने दो,रहने दीजिए,रद्द करो,रद्द कर दो,रद्द करें,रद्द कीजिए,कैंसल करो,कैंसल कर दो,कैंसिल करो,कैंसिल कर दो,बंद करो"
            + ",रोक दो,रोको,छोड़ो,छोड़ दो,जाने दो,अभी नहीं,मुझे नहीं करना"
            + ",rehne do,rahne do,rehne dijiye,radd karo,radd kar do,cancel karo,cancel kar do,cancel kardo,cancel kar dijiye"
            + ",band karo,rok do,roko,chhodo,chodo,chhod do"
            + ",jaane do,jane do,abhi nahi,mujhe nahi karna,nahi karna,stop karo");
    private static final Set<String> REPEAT = Words.phrases("repeat,repeat that,say again,say that again,come again,pardon,sorry"
            + " what,what was that,what did you say"
            + ",what was the question,could you repeat that,can you repeat,can you repeat that,could you repeat,i did not get"
            + " that,i didnt get that,i didnt understand"
            + ",i dont understand,i did not understand,i do not understand,what do you mean,again please,once more,one more time"
            + ",repeat the question,huh,what"
            + ",फिर से बोलो,फिर से बोलिए,फिर से बताओ,फिर से बताइए,दोबारा बोलो,दोबारा बताओ,दोबारा बताइए,दोबारा बोलिए,क्या कहा,क्या"
            + " बोला,समझ नहीं आया,समझा नहीं,मैं समझा नहीं,मुझे समझ नहीं आया,फिर से कहो,क्या पूछा"
            + ",phir se bolo,phir se batao,fir se bolo,fir se batao,phir se boliye,phir se bataiye,dobara bolo,dobara batao"
            + ",dobara bataiye,kya kaha,kya bola,kya pucha,samajh nahi aaya"
            + ",samjha nahi,samjhi nahi,mujhe samajh nahi aaya,repeat karo,kya");
    private static final Set<String> BACK = Words.phrases("go back,back,previous,previous question,one step back,back please,take"
            + " me back,i want to go back"
            + ",पीछे जाओ,पीछे,पिछला सवाल,वापस जाओ,पीछे जाना है,peeche jao,piche jao,pichhe jao,peeche,pichla sawaal,pichla sawal"
            + ",wapas jao,vapas jao,back jao,peeche jana hai");

    private static final Set<String> FILLERS = Stream.of(
                    "please pls plz ok okay oh hey no sorry actually now just can you could the my request procedure process thing wait"
                            .split(" "),
                    ("कृपया प्लीज अच्छा अरे नहीं रुको इसे यह ये सब अब जी bhai yaar please accha arre nahi ruko ise isko ye yeh sab"
                            + " ab ji").split(" "))
            .flatMap(Stream::of)
            .map(Words::plain)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern QUESTION = Words.pattern("^ (?:and |but |also |ok |by the way |btw |wait |sorry |one question "
            + "|before that )*(?:what|how|why|when|where|which|who|is there|are there|do you"
            + "|does|can i|could i|will i|will it|is it|is my|are my|did|should i|may i|tell me|kya|kitna|kitne|kitni|kab|kaise"
            + "|kyu|kyun|kyon|kahan|kaun"
            + "|क्या|कितना|कितने|कितनी|कब|कैसे|क्यों|कहां|कौन) |"
            + " (?:kitna|kitne|kitni|kab|kaise|kyu|kyun|kyon|kahan|कितना|कितने|कितनी|कब|कैसे|क्यों|कहां)(?: [\\p{L}\\p{M}]+){0,3}"
            + " (?:hai|hain|hoga|lagega|lagta|milega|है|हैं|होगा|लगेगा|लगता|मिलेगा|hota|होता|aayega|आएगा|lagenge|लगेंगे) ");

    private static final Pattern LEAVE = Words.pattern(
            " (?:instead|rather|first|forget that|leave that|leave this|pehle|pahle|chhodo|iske bajay|पहले|छोड़ो|इसके बजाय) ");
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private Wishes() {}

    public static boolean person(String message) {
        String said = Words.spaced(message);
        return PERSON.matcher(said).find() && !NO_PERSON.matcher(said).find();
    }

    /** Only a message that says little else: "cancel" is part of what many procedures do. */
    public static boolean cancel(String message) {
        return whole(message, CANCEL);
    }

    public static boolean repeat(String message) {
        return whole(message, REPEAT);
    }

    public static boolean back(String message) {
        return whole(message, BACK);
    }

    /** Whether it leads away from what was asked, to something that comes first or instead. */
    public static boolean leave(String message) {
        return LEAVE.matcher(Words.spaced(message)).find();
    }

    public static boolean question(String message) {
        return message.strip().endsWith("?") || QUESTION.matcher(Words.spaced(message)).find();
    }

    private static boolean whole(String message, Set<String> phrases) {
        String said = Words.spaced(message);
        String bare = Words.of(message).stream()
                .filter(word -> !FILLERS.contains(word))
                .collect(Collectors.joining(" ", " ", " "));
        if (phrases.contains(said) || phrases.contains(bare)) {
            return true;
        }
        String left = said;
        for (String phrase : phrases.stream().sorted(LONGEST_FIRST).toList()) {
            left = left.replace(phrase, " ");
        }
        return left.length() < said.length() && Words.of(left).stream().allMatch(FILLERS::contains);
    }
}
