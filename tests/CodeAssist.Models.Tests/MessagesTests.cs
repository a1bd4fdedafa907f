using CodeAssist.Testing;

namespace CodeAssist.Models.Tests;

public class MessagesTests
{
    [Fact]
    public void Both_languages_have_the_same_messages_with_the_same_arguments() =>
        Assert.Empty(Translations.Differences(Messages.ResourceManager));
}
