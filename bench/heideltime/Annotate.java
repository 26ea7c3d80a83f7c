import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;

/** Marks times in texts. Arguments: config.props, a tagger of HeidelTime (TREETAGGER or NO), and a
 * folder of NAME.txt, each with the day of publication on its first line; writes NAME.tml. */
class Annotate {
  public static void main(String[] args) throws Exception {
    HeidelTimeStandalone heideltime = new HeidelTimeStandalone(Language.ENGLISH,
        DocumentType.NEWS, OutputType.TIMEML, args[0], POSTagger.valueOf(args[1]), false);
    SimpleDateFormat day = new SimpleDateFormat("yyyy-MM-dd");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(args[2]), "*.txt")) {
      for (Path file : files) {
        String[] parts = Files.readString(file).split("\n", 2);
        String marked = heideltime.process(parts[1], day.parse(parts[0]));
        Files.writeString(Path.of(file.toString().replace(".txt", ".tml")), marked);
      }
    }
  }
}
