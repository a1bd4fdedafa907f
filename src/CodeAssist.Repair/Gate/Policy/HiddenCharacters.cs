using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Repair.Gate.Policy;

/// <summary>Characters that make code look like other code: bidirectional controls, zero-width and other invisible ones, and those that steer a terminal.</summary>
internal sealed class HiddenCharacters : IBan
{
    public string? Find(PolicySubject subject)
    {
        var before = Hidden(subject.OldText).ToList();
        foreach (var character in Hidden(subject.NewText))
        {
            if (!before.Remove(character))
                return Messages.Get("HiddenCharacter", ((int)character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
        }

        return null;
    }

    private static IEnumerable<char> Hidden(SourceText text)
    {
        // Asked for by its index, each character of an edited text is looked for among the pieces that it is made of.
        foreach (var character in text.ToString())
        {
            if (character is < ' ' or > '~' && IsHidden(character))
                yield return character;
        }
    }

    // Unicode's Bidi_Control and Default_Ignorable_Code_Point, as far as they are one UTF-16 unit.
    private static bool IsHidden(char character) => character is
        '\u00AD' or '\u034F' or '\u061C' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u180E' or '\u3164' or '\uFEFF' or '\uFFA0'
        or (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\uFFF0' and <= '\uFFFB')
        or '\uDB40' || IsControl(character);

    // Those of C# are tabs, line ends and form feeds; an escape sequence of a terminal starts with another one.
    private static bool IsControl(char character) => char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\f');
}
