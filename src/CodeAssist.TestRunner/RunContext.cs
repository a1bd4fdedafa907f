using Microsoft.VisualStudio.TestPlatform.ObjectModel;
using Microsoft.VisualStudio.TestPlatform.ObjectModel.Adapter;

namespace CodeAssist.TestRunner;

/// <summary>What an adapter is told of the run: which tests are wanted.</summary>
/// <param name="folder">The folder of the tests.</param>
/// <param name="wanted">Fully qualified names; empty for all.</param>
internal sealed class RunContext(string folder, IReadOnlySet<string> wanted) : IRunContext
{
    public IRunSettings? RunSettings { get; } = new Settings();

    public bool KeepAlive => false;

    public bool InIsolation => true;

    public bool IsDataCollectionEnabled => false;

    public bool IsBeingDebugged => false;

    public string? TestRunDirectory => folder;

    public string? SolutionDirectory => folder;

    public ITestCaseFilterExpression? GetTestCaseFilter(IEnumerable<string>? supportedProperties, Func<string, TestProperty?> propertyProvider) =>
        wanted.Count == 0 ? null : new NameFilter(wanted);

    private sealed class Settings : IRunSettings
    {
        public string? SettingsXml =>
            """
            <?xml version="1.0" encoding="utf-8"?>
            <RunSettings>
              <RunConfiguration>
                <DesignMode>false</DesignMode>
                <DisableAppDomain>true</DisableAppDomain>
                <CollectSourceInformation>false</CollectSourceInformation>
              </RunConfiguration>
            </RunSettings>
            """;

        public ISettingsProvider? GetSettings(string? settingsName) => null;
    }

    // xunit and MSTest ask it test by test; NUnit reads the text.
    private sealed class NameFilter(IReadOnlySet<string> names) : ITestCaseFilterExpression
    {
        private const string Special = "\\()&|=!~";

        public string TestCaseFilterValue => string.Join('|', names.Select(name => "FullyQualifiedName=" + Escape(name)));

        public bool MatchTestCase(TestCase testCase, Func<string, object?> propertyValueProvider) => names.Contains(testCase.FullyQualifiedName);

        private static string Escape(string name) => string.Concat(name.Select(letter => Special.Contains(letter) ? "\\" + letter : letter.ToString()));
    }
}
