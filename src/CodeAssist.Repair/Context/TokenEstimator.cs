namespace CodeAssist.Repair.Context;

/// <summary>
/// The one estimate of tokens that decides about budgets. Meant to be never below a byte-pair tokenizer's count on
/// source code, and cheap.
/// </summary>
public static class TokenEstimator
{
    /// <summary>Estimates the tokens of a text.</summary>
    public static int Estimate(string text)
    {
        // Byte-pair tokenizers split words from digits and punctuation, then words into pieces that are on average
        // longer than four letters in code; digits one by one (Qwen); anything outside ASCII counts by its bytes.
        var tokens = 0;
        var run = 0;
        foreach (var character in text)
        {
            if (character < 128 && char.IsLetter(character))
            {
                // A piece ends at every fourth letter, and where a new word of a camel-cased name begins.
                if (run == 0 || run == 4 || char.IsUpper(character))
                {
                    tokens++;
                    run = 0;
                }

                run++;
                continue;
            }

            run = 0;
            if (character == ' ')
                continue;
            tokens += character < 128 ? 1 : 2;
        }

        return tokens + Indents(text);
    }

    // Runs of spaces are tokens of their own.
    private static int Indents(string text)
    {
        var count = 0;
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == ' ' && text[i - 1] == ' ' && (i + 1 == text.Length || text[i + 1] != ' '))
                count++;
        }

        return count;
    }
}
