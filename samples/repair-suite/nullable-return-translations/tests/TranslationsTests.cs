using Localisation;

public static class TranslationsTests
{
    public static void A_missing_translation_is_its_key() => Check.Equal("save", new Translations().Of("save"));

    public static void A_translation_is_found()
    {
        var translations = new Translations();
        translations.Add("save", "Sichern");
        Check.Equal("Sichern", translations.Of("save"));
    }
}
